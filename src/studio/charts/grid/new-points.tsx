import { formatInteger } from '#studio/ui/number.model.ts';
import { useState } from 'react';
import { useMetricLines } from '../line/use-metric-lines.ts';
import type { Range } from '../scene/range.ts';
import classes from './metric-card.module.css';
import { type MetricCardProps, withKey } from './metric-card-props.ts';

interface NewPointsProps extends MetricCardProps {
  readonly range: Range;
}

const unsmoothed = { kind: 'ema', amount: 0 } as const;
/** Fewest buckets that can be asked for: only the number of points and the last place are wanted. */
const fewest = 10;

/** While a chart is zoomed, new points do not move it: this says how many there are, and leads to them. */
export function NewPoints({ workspace, metric, runs, hidden, view, onChange, range }: NewPointsProps) {
  const runIds = runs.filter((run) => !hidden.has(run.runId)).map((run) => run.runId);
  const whole = useMetricLines({
    workspace,
    runIds,
    metric,
    x: view.x,
    smoothing: unsmoothed,
    range: undefined,
    pixels: fewest,
    enabled: true,
  });
  const points = whole.data?.lines.reduce((sum, line) => sum + line.points, 0);
  const end = Math.max(-Infinity, ...(whole.data?.lines ?? []).map((line) => line.lastX.at(-1) ?? -Infinity));
  // Counted from the first answer after the zoom on.
  const [since, setSince] = useState<number>();
  if (since === undefined && points !== undefined) setSince(points);
  const count = (points ?? 0) - (since ?? points ?? 0);
  if (count <= 0 || end <= range[1]) return null;
  const follow = (): void => {
    setSince(points);
    const width = range[1] - range[0];
    const next: Range = [end - width, end];
    onChange((now) => (now.linked ? { range: next } : { xRanges: withKey(now.xRanges, metric, next) }));
  };
  return (
    <button type="button" className={classes['new-points']} onClick={follow}>
      ● {formatInteger(count)} new {count === 1 ? 'point' : 'points'} →
    </button>
  );
}
