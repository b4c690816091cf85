import { ActionIcon, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useKeys } from '../keyboard/use-keys.ts';
import { createPortal } from 'react-dom';
import { PanelEdge } from './panel-edge.tsx';
import { usePanelSlot } from './panel-slot.store.ts';
import classes from './side-panel.module.css';

interface SidePanelProps {
  readonly title: string;
  /** Leave the panel's URL. */
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * Details beside the page, not over it; resizable by pointer and arrow keys. The caller shows it when the URL says
 * so. It takes the focus when it opens and gives it back when it closes.
 */
export function SidePanel(props: SidePanelProps) {
  const slot = usePanelSlot((state) => state.element);
  const panel = <Panel {...props} />;
  return slot === null ? panel : createPortal(panel, slot);
}

function Panel({ title, onClose, children }: SidePanelProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useKeys(title, [{ keys: 'Escape', label: 'Close the panel', run: onClose }], 'panel');
  useEffect(() => {
    const before = document.activeElement;
    const panel = heading.current?.closest('aside');
    const first = panel?.querySelector<HTMLElement>('[data-autofocus]');
    (first ?? heading.current)?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <aside className={classes['panel']} aria-labelledby={id}>
      <PanelEdge />
      <header className={classes['header']}>
        <h2 id={id} ref={heading} tabIndex={-1} className={classes['title']}>
          {title}
        </h2>
        <Tooltip label="Close (Esc)">
          <ActionIcon aria-label="Close" onClick={onClose}>
            <IconX size={16} />
          </ActionIcon>
        </Tooltip>
      </header>
      <div className={classes['content']}>{children}</div>
    </aside>
  );
}
