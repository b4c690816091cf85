import { type ReactNode, useEffect, useRef } from 'react';
import classes from './dialog.module.css';

interface DialogProps {
  /** Its accessible name. */
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Distance from the top: `high` for what one types into. */
  readonly place?: 'high' | 'middle';
}

/**
 * The browser's own modal: it keeps the focus, closes on Escape and on a press outside, and gives the focus back.
 * Only for what must block, and for what comes and goes at once. Mount it to open it.
 */
export function Dialog({ label, onClose, children, place = 'middle' }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current;
    if (dialog?.open === false) dialog.showModal();
    return () => dialog?.close();
  }, []);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- Escape is the dialog's own
    <dialog
      ref={element}
      className={classes['dialog']}
      data-place={place}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === element.current) onClose();
      }}
    >
      <div className={classes['content']}>{children}</div>
    </dialog>
  );
}
