import type { Direction } from '#domain/metric/direction.ts';
import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { formatInteger, formatNumber } from '#studio/ui/number.model.ts';
import table from '#studio/ui/table.module.css';
import { keepOnly } from '../compare-selection.model.ts';
import type { ChangeCompareView } from '../use-compare-view.ts';
import type { RunGroup } from './groups.model.ts';
import classes from './groups.module.css';
import { IntervalMark } from './interval-mark.tsx';
import { intervalScale } from './interval-scale.model.ts';
import { describeMethod, describeVerdict, describeWarning } from './verdict-words.model.ts';

interface GroupsTableProps {
  readonly groups: readonly RunGroup[];
  readonly metric: string;
  readonly direction: Direction;
  readonly onChange: ChangeCompareView;
}

/** Each group with its mean and spread, and what may be said of it against the baseline. */
export function GroupsTable({ groups, metric, direction, onChange }: GroupsTableProps) {
  const ordered = groups.toSorted(
    (a, b) => Number(b.isBaseline) - Number(a.isBaseline) || compareMeans(a, b, direction),
  );
  const scale = intervalScale(ordered);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by key
    <section className={classes['scroll']} tabIndex={0} aria-label={`Groups by ${metric}`}>
      <table className={table['table']}>
        <caption>Groups of runs by {metric}, against the baseline</caption>
        <thead>
          <tr>
            <th scope="col">Group</th>
            <th scope="col" data-number>
              Runs
            </th>
            <th scope="col" data-number>
              Mean ± SD
            </th>
            <th scope="col">95 % interval of the mean</th>
            <th scope="col" data-number>
              Difference (95 %)
            </th>
            <th scope="col" data-number title="Hedges’ g: the difference in standard deviations">
              Effect size
            </th>
            <th scope="col">Against the baseline</th>
          </tr>
        </thead>
        <tbody>
          {ordered.map((group) => (
            <GroupRow key={group.id} group={group} direction={direction} scale={scale} onChange={onChange} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function compareMeans(a: RunGroup, b: RunGroup, direction: Direction): number {
  if (Number.isNaN(a.mean) || Number.isNaN(b.mean))
    return Number(Number.isNaN(a.mean)) - Number(Number.isNaN(b.mean));
  return direction === 'up' ? b.mean - a.mean : a.mean - b.mean;
}

interface GroupRowProps {
  readonly group: RunGroup;
  readonly direction: Direction;
  readonly scale: ReturnType<typeof intervalScale>;
  readonly onChange: ChangeCompareView;
}

function GroupRow({ group, direction, scale, onChange }: GroupRowProps) {
  const { difference, verdict } = group;
  const warning = describeWarning(group);
  return (
    <tr data-baseline={group.isBaseline}>
      <th scope="row" className={classes['name']}>
        {group.given.length === 0
          ? 'All runs'
          : group.given.map(([key, text]) => (
              <span key={key} className={classes['given']}>
                {key} <strong>{text}</strong>
              </span>
            ))}
        {group.isBaseline && <span className={classes['baseline']}>baseline</span>}
      </th>
      <td data-number data-label="Runs">
        <Button
          variant="subtle"
          size="compact-xs"
          title="Keep only these runs"
          onClick={() => onChange((now) => ({ ...keepOnly(now, group.runIds), tab: 'charts' }))}
        >
          {formatInteger(group.n)}
        </Button>
        {group.without > 0 && (
          <span className={classes['quiet']}> + {formatInteger(group.without)} without a value</span>
        )}
      </td>
      <td data-number data-label="Mean ± SD">
        {group.n === 0 ? '–' : formatNumber(group.mean, 5)}
        {group.n > 1 && <span className={classes['quiet']}> ± {formatNumber(group.deviation, 3)}</span>}
      </td>
      <td data-label="95 % interval">
        <IntervalMark mean={group.mean} interval={group.interval} scale={scale} />
      </td>
      <td data-number data-label="Difference">
        {difference !== undefined && (
          <>
            {signed(difference.difference)}
            {difference.interval !== undefined && (
              <span className={classes['range']}>
                {signed(difference.interval.low)} to {signed(difference.interval.high)}
              </span>
            )}
          </>
        )}
      </td>
      <td data-number data-label="Effect size">
        {difference?.effect === undefined ? '' : signed(difference.effect, 2)}
      </td>
      <td className={classes['words']} data-standing={verdict?.standing}>
        {difference !== undefined && (
          <span>
            {describeVerdict(group, direction)}{' '}
            <span className={classes['quiet']}>{describeMethod(group)}</span>
          </span>
        )}
        {warning !== '' && (
          <span className={classes['warning']}>
            <IconAlertTriangle size={14} aria-hidden="true" /> {warning}
          </span>
        )}
      </td>
    </tr>
  );
}

function signed(value: number, digits = 3): string {
  return `${value > 0 ? '+' : ''}${formatNumber(value, digits)}`;
}
