import type { RunStatus } from '#contract/runs.ts';
import classes from './status-badge.module.css';

const words: Readonly<Record<RunStatus, string>> = {
  RUNNING: 'Running',
  SCHEDULED: 'Scheduled',
  FINISHED: 'Finished',
  FAILED: 'Failed',
  KILLED: 'Killed',
};

interface StatusBadgeProps {
  readonly status: RunStatus;
  /** Leave the word out where a column is narrow: it stays for screen readers and on hover. */
  readonly compact?: boolean;
}

/** A run's status as a shape and a word; the colour only repeats them. */
export function StatusBadge({ status, compact = false }: StatusBadgeProps) {
  const word = words[status];
  return (
    <span className={classes['badge']} data-status={status} title={compact ? word : undefined}>
      <StatusShape status={status} />
      <span className={compact ? 'visually-hidden' : undefined}>{word}</span>
    </span>
  );
}

export function StatusShape({ status }: { readonly status: RunStatus }) {
  return (
    <svg viewBox="0 0 12 12" className={classes['shape']} data-status={status} aria-hidden="true">
      {shapes[status]}
    </svg>
  );
}

const stroke = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.75, strokeLinecap: 'round' } as const;

const shapes: Readonly<Record<RunStatus, React.JSX.Element>> = {
  RUNNING: (
    <>
      <circle cx="6" cy="6" r="4.5" {...stroke} strokeWidth={1.5} />
      <path d="M6 1.5a4.5 4.5 0 0 1 0 9z" fill="currentColor" />
    </>
  ),
  SCHEDULED: <circle cx="6" cy="6" r="4.5" {...stroke} strokeDasharray="2 2.7" />,
  FINISHED: <path d="M1.8 6.4 4.8 9.4 10.4 3" {...stroke} />,
  FAILED: <path d="M2.5 2.5l7 7m0-7l-7 7" {...stroke} />,
  KILLED: <rect x="2.5" y="2.5" width="7" height="7" rx="1" fill="currentColor" />,
};
