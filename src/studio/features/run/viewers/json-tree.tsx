import { useState } from 'react';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { formatInteger } from '#studio/ui/number.model.ts';
import { ShowMore } from '#studio/ui/show-more.tsx';
import classes from './viewers.module.css';

/** Children drawn at once. */
const portion = 100;
/** Levels that are open at first. */
const openLevels = 2;

/** A value of JSON, its members to fold away. Only what is open exists. */
export function JsonTree({ value }: { readonly value: unknown }) {
  return (
    <div className={classes['tree']}>
      <ul>
        <Node name={undefined} value={value} level={0} />
      </ul>
    </div>
  );
}

interface NodeProps {
  readonly name: string | undefined;
  readonly value: unknown;
  readonly level: number;
}

function Node({ name, value, level }: NodeProps) {
  const [open, setOpen] = useState(level < openLevels);
  const [shown, setShown] = useState(portion);
  const label = name === undefined ? null : <span className={classes['name']}>{name}: </span>;
  if (typeof value !== 'object' || value === null) {
    return (
      <li className={classes['leaf']}>
        {label}
        {JSON.stringify(value)}
      </li>
    );
  }
  const members = Object.entries(value);
  const count = `${formatInteger(members.length)} ${describeKind(value, members.length)}`;
  if (members.length === 0) {
    return (
      <li className={classes['leaf']}>
        {label}
        {Array.isArray(value) ? '[]' : '{}'}
      </li>
    );
  }
  return (
    <li>
      <button type="button" className={classes['twig']} aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? <IconChevronDown size={12} /> : <IconChevronRight size={12} />} {label}
        <span className={classes['dim']}>{count}</span>
      </button>
      {open && (
        <>
          <ul>
            {members.slice(0, shown).map(([key, member]) => (
              <Node key={key} name={key} value={member} level={level + 1} />
            ))}
          </ul>
          <ShowMore
            shown={Math.min(shown, members.length)}
            total={members.length}
            what="members"
            step={portion * 10}
            onMore={() => setShown((before) => before + portion * 10)}
          />
        </>
      )}
    </li>
  );
}

function describeKind(value: object, count: number): string {
  if (Array.isArray(value)) return count === 1 ? 'item' : 'items';
  return count === 1 ? 'member' : 'members';
}
