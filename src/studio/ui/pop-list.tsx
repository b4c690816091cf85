import { Popover } from '@mantine/core';
import { cloneElement, type ReactElement, type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import classes from './pop-list.module.css';

export interface PopItem {
  readonly label: string;
  readonly icon?: ReactNode;
  /** A page to go to, or … */
  readonly to?: string;
  /** … something to do. */
  readonly run?: () => void;
  /** The one that holds now. */
  readonly current?: boolean;
}

interface PopListProps {
  /** The button that opens it. */
  readonly target: ReactElement<{ onClick?: () => void }>;
  readonly label: string;
  readonly position: 'bottom-start' | 'bottom-end';
  /** Lists of items, with a line between them. */
  readonly groups: readonly { readonly title?: string; readonly items: readonly PopItem[] }[];
}

/** A short list of places and actions below a button. Arrow keys move in it, Escape closes it. */
export function PopList({ target, label, position, groups }: PopListProps) {
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <Popover opened={open} onChange={setOpen} position={position} width={260} trapFocus returnFocus>
      <Popover.Target>{cloneElement(target, { onClick: () => setOpen(!open) })}</Popover.Target>
      <Popover.Dropdown aria-label={label} className={classes['list']} onKeyDown={moveByArrows}>
        {groups.map((group) => (
          <section key={group.title ?? group.items[0]?.label} className={classes['group']}>
            {group.title !== undefined && <p className={classes['title']}>{group.title}</p>}
            <ul className={classes['items']}>
              {group.items.map((item) => (
                <li key={item.to ?? item.label}>
                  <Item item={item} onChosen={close} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}

function Item({ item, onChosen }: { readonly item: PopItem; readonly onChosen: () => void }) {
  const content = (
    <>
      {item.icon}
      <span className={classes['label']}>{item.label}</span>
    </>
  );
  if (item.to !== undefined) {
    return (
      <Link
        to={item.to}
        className={classes['item'] ?? ''}
        aria-current={item.current === true ? 'true' : undefined}
        onClick={onChosen}
      >
        {content}
      </Link>
    );
  }
  const choose = (): void => {
    onChosen();
    item.run?.();
  };
  return (
    <button type="button" className={classes['item']} onClick={choose}>
      {content}
    </button>
  );
}

function moveByArrows(event: React.KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('a, button')];
  const at = items.findIndex((item) => item === document.activeElement);
  items.at((at + step) % items.length)?.focus();
}
