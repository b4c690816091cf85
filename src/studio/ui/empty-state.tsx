import type { ReactNode } from 'react';
import classes from './state.module.css';

interface EmptyStateProps {
  readonly title: string;
  /** What would be here, and how it comes to be. */
  readonly children?: ReactNode;
  /** The button to press. */
  readonly action?: ReactNode;
}

/** Nothing here yet: teaches what to do. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <section className={classes['state']}>
      <h2 className={classes['title']}>{title}</h2>
      {children !== undefined && <div className={classes['text']}>{children}</div>}
      {action !== undefined && <div className={classes['action']}>{action}</div>}
    </section>
  );
}
