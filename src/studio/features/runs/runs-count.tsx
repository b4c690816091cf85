import { formatInteger } from '#studio/ui/number.model.ts';
import classes from './runs-bits.module.css';
import type { RunsNews } from './use-runs-news.ts';

interface RunsCountProps {
  readonly news: RunsNews;
  readonly selected: number;
}

/** How many there are, always in sight: no cap goes unsaid. */
export function RunsCount({ news: { matching, total }, selected }: RunsCountProps) {
  if (matching === undefined || total === undefined) return null;
  const parts = [
    ...(selected > 0 ? [`${formatInteger(selected)} selected`] : []),
    ...(matching === total ? [] : [`${formatInteger(matching)} match`]),
    `${formatInteger(total)} ${matching === total ? (total === 1 ? 'run' : 'runs') : 'total'}`,
  ];
  return <output className={classes['count']}>{parts.join(' · ')}</output>;
}
