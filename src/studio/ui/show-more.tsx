import { Button } from '@mantine/core';
import { formatInteger } from './number.model.ts';
import classes from './show-more.module.css';

interface ShowMoreProps {
  readonly shown: number;
  readonly total: number;
  /** Of what, in the plural: "metrics". */
  readonly what: string;
  /** How many more one press brings. */
  readonly step: number;
  readonly onMore: () => void;
}

/** How much of a long list is drawn, and the way to more of it; nothing where all of it is. */
export function ShowMore({ shown, total, what, step, onMore }: ShowMoreProps) {
  if (shown >= total) return null;
  return (
    <div className={classes['more']}>
      <span>
        {formatInteger(shown)} of {formatInteger(total)} {what} shown
      </span>
      <Button variant="default" size="compact-xs" onClick={onMore}>
        Show {formatInteger(Math.min(step, total - shown))} more
      </Button>
    </div>
  );
}
