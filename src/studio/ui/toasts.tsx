import { ActionIcon, Button } from '@mantine/core';
import { IconAlertTriangle, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { dismissToast, type Toast, useToasts } from './toast.store.ts';
import classes from './toasts.module.css';

/** Long enough to read, and with a way back to reach it by keyboard. In milliseconds. */
const shownMs = { plain: 5000, undo: 10_000, failed: 12_000 } as const;

/** Where toasts appear. Once, in the shell. */
export function Toasts() {
  const toasts = useToasts((state) => state.toasts);
  return (
    <section className={classes['toasts']} aria-label="Notices">
      {toasts.map((each) => (
        <ToastLine key={each.id} toast={each} />
      ))}
    </section>
  );
}

function ToastLine({ toast }: { readonly toast: Toast }) {
  const [held, setHeld] = useState(false);
  const failed = toast.kind === 'failed';
  const ms = failed ? shownMs.failed : toast.undo === undefined ? shownMs.plain : shownMs.undo;
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(() => dismissToast(toast.id), ms);
    return () => clearTimeout(timer);
  }, [held, ms, toast.id]);
  return (
    <div
      className={classes['toast']}
      role={failed ? 'alert' : 'status'}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {failed && <IconAlertTriangle size={16} className={classes['warning']} aria-hidden="true" />}
      <span className={classes['message']}>{toast.message}</span>
      {toast.undo !== undefined && (
        <Button
          variant="subtle"
          size="xs"
          onClick={() => {
            toast.undo?.();
            dismissToast(toast.id);
          }}
        >
          Undo
        </Button>
      )}
      <ActionIcon aria-label="Dismiss" size={28} onClick={() => dismissToast(toast.id)}>
        <IconX size={14} />
      </ActionIcon>
    </div>
  );
}
