import { formatInteger } from '#studio/ui/number.model.ts';
import classes from './runs-bits.module.css';
import { mostGroups } from './runs-groups.model.ts';
import type { RunsNews } from './use-runs-news.ts';

interface RunsCountProps {
  readonly news: RunsNews;
  readonly selected: number;
  /** `undefined` where nothing is grouped by. */
  readonly groups: number | undefined;
}

/** How many there are, always in sight: no cap goes unsaid. */
export function RunsCount({ news: { matching, total }, selected, groups }: RunsCountProps) {
  if (matching === undefined || total === undefined) return null;
  const parts = [
    ...(selected > 0 ? [`${formatInteger(selected)} selected`] : []),
    ...(groups === undefined ? [] : [groupText(groups)]),
    ...(matching === total ? [] : [`${formatInteger(matching)} match`]),
    `${formatInteger(total)} ${matching === total ? (total === 1 ? 'run' : 'runs') : 'total'}`,
  ];
  return <output className={classes['count']}>{parts.join(' · ')}</output>;
}

function groupText(groups: number): string {
  const cut = groups > mostGroups ? `${formatInteger(mostGroups)} of ` : '';
  return `${cut}${formatInteger(groups)} ${groups === 1 ? 'group' : 'groups'}`;
}
