import type { Problem } from '#contract/problem.ts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { describeError } from '#studio/ui/error-state.tsx';
import classes from './reports.module.css';

interface BlockFrameProps {
  readonly title: string;
  /** How much of what is shown, and since when. */
  readonly told: string;
  /** Where the same can be looked at closely. */
  readonly to?: string;
  readonly error: Problem | null;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A block of a report: what it is, what it shows, or why it cannot. */
export function BlockFrame({ title, told, to, error, actions, children }: BlockFrameProps) {
  return (
    <figure className={classes['block']}>
      <figcaption className={classes['block-head']}>
        <span className={classes['block-title']}>{title}</span>
        <span className={classes['told']}>{error === null ? told : 'Cannot be shown'}</span>
        {actions}
        {to !== undefined && (
          <Link className={classes['open'] ?? ''} to={to}>
            Open
          </Link>
        )}
      </figcaption>
      {error === null ? children : <p className={classes['failed']}>{describeError(error)}</p>}
    </figure>
  );
}
