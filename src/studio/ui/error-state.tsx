import { Problem } from '#contract/problem.ts';
import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import classes from './state.module.css';

interface ErrorStateProps {
  /** What could not be done: "The runs could not be loaded". */
  readonly title: string;
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** What failed, why, and what to do. */
export function ErrorState({ title, error, onRetry }: ErrorStateProps) {
  return (
    <section className={classes['state']} role="alert">
      <h2 className={classes['title']}>
        <IconAlertTriangle size={18} className={classes['warning']} aria-hidden="true" /> {title}
      </h2>
      <p className={classes['text']}>{describeError(error)}</p>
      {onRetry !== undefined && (
        <div className={classes['action']}>
          <Button variant="default" onClick={onRetry}>
            Try again
          </Button>
        </div>
      )}
    </section>
  );
}

/** A failure in a sentence for people. */
export function describeError(error: unknown): string {
  if (error instanceof Problem) return error.message;
  return error instanceof Error ? error.message : 'Something unexpected happened.';
}
