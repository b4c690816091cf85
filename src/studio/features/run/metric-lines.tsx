import { getRun, type MetricSummary, type RunDetails } from '#contract/runs.ts';
import { deltaOf } from '#domain/metric/delta.ts';
import { Link } from 'react-router';
import { url } from '#studio/app/url.ts';
import { useBaseline } from '#studio/baseline/use-baselines.ts';
import { DeltaText } from '#studio/metric/delta-text.tsx';
import { DirectionControl } from '#studio/metric/direction-control.tsx';
import { useMetricDirections } from '#studio/metric/use-metric-directions.ts';
import { useSetDirection } from '#studio/metric/use-set-direction.ts';
import { useOperation } from '#studio/query/operation-query.ts';
import { Num } from '#studio/ui/num.tsx';
import { formatInteger, formatWholeText } from '#studio/ui/number.model.ts';
import table from '#studio/ui/table.module.css';
import classes from './overview.module.css';

interface MetricLinesProps {
  readonly workspace: string;
  readonly run: RunDetails;
  readonly metrics: readonly MetricSummary[];
}

/** Metrics with their last value and the best on the way, against the experiment's baseline. */
export function MetricLines({ workspace, run, metrics }: MetricLinesProps) {
  const directions = useMetricDirections(workspace);
  const setDirection = useSetDirection(workspace);
  const baseline = useBaselineValues(workspace, run);
  const wide = classes['wide-only'];
  return (
    <table className={table['table']}>
      <caption>Metrics</caption>
      <thead>
        <tr>
          <th scope="col">Metric</th>
          <th scope="col" data-number>
            Last
          </th>
          {baseline !== undefined && (
            <th scope="col" data-number>
              <Link to={url.run(workspace, baseline.runId)} title={baseline.name}>
                Against baseline
              </Link>
            </th>
          )}
          <th scope="col" data-number>
            Min
          </th>
          <th scope="col" data-number>
            Max
          </th>
          <th scope="col" data-number className={wide}>
            Step
          </th>
          <th scope="col" data-number className={wide}>
            Points
          </th>
        </tr>
      </thead>
      <tbody>
        {metrics.map((metric) => {
          const direction = directions.directionOf(metric.key);
          const delta = deltaOf(metric.last, baseline?.last.get(metric.key), direction);
          return (
            <tr key={metric.key}>
              <td className={classes['key']} title={metric.key}>
                {metric.key}
                <DirectionControl metric={metric.key} directions={directions} onSet={setDirection} />
                <NotFinite metric={metric} />
              </td>
              <td data-number>
                <Num value={metric.last} digits={5} />
              </td>
              {baseline !== undefined && (
                <td data-number>{delta === undefined ? null : <DeltaText delta={delta} />}</td>
              )}
              <Extreme value={metric.min} best={direction === 'down'} />
              <Extreme value={metric.max} best={direction === 'up'} />
              <td data-number className={wide}>
                {formatWholeText(metric.lastStep)}
              </td>
              <td data-number className={wide}>
                {formatInteger(metric.points)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Extreme({ value, best }: { readonly value: number | null; readonly best: boolean }) {
  return (
    <td data-number data-best={best || undefined}>
      {value !== null && <Num value={value} digits={5} />}
      {best && value !== null && <span className="visually-hidden"> best</span>}
    </td>
  );
}

/** The last values of the experiment's baseline, unless it is this very run. */
function useBaselineValues(workspace: string, run: RunDetails) {
  const baseline = useBaseline(workspace, run.experimentId);
  const other = baseline !== undefined && baseline.runId !== run.runId && baseline.lifecycle !== null;
  const { data } = useOperation(
    getRun,
    { params: { workspace, runId: baseline?.runId ?? '' } },
    { enabled: other },
  );
  if (!other || data === undefined) return undefined;
  return {
    runId: data.runId,
    name: data.name,
    last: new Map(data.metrics.map(({ key, last }) => [key, last])),
  };
}

function NotFinite({ metric: { nanPoints, infinitePoints } }: { readonly metric: MetricSummary }) {
  const parts = [
    ...(nanPoints > 0 ? [`${formatInteger(nanPoints)} NaN`] : []),
    ...(infinitePoints > 0 ? [`${formatInteger(infinitePoints)} infinite`] : []),
  ];
  return parts.length === 0 ? null : <span className={classes['dim']}> {parts.join(', ')}</span>;
}
