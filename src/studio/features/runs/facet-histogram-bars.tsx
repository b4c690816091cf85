import type { FacetHistogram } from '#contract/run-facets.ts';
import { formatInteger, formatNumber } from '#studio/ui/number.model.ts';
import type { FacetRange } from './facet-clause.model.ts';
import classes from './facets.module.css';

interface FacetHistogramBarsProps {
  readonly histogram: FacetHistogram;
  readonly isTime: boolean;
  readonly range: FacetRange | undefined;
  readonly onRange: (range: FacetRange) => void;
}

/** A press takes one step as the range, with Shift up to it. The fields below do the same by keyboard. */
export function FacetHistogramBars({
  histogram: { least, width, runs },
  isTime,
  range,
  onRange,
}: FacetHistogramBarsProps) {
  const most = Math.max(1, ...runs);
  const nameOf = (value: number): string =>
    isTime ? new Date(value).toISOString().slice(0, 10) : formatNumber(value);
  const steps = runs.map((count, index) => {
    const from = least + index * width;
    // The last step of numbers holds its end, too.
    const to = isTime || index < runs.length - 1 ? from + width : from + width * 1.000001;
    return { from, to, count };
  });
  return (
    <>
      <div className={classes['bars']} aria-hidden="true">
        {steps.map(({ from, to, count }) => (
          <button
            aria-label={`From ${nameOf(from)}`}
            key={from}
            type="button"
            tabIndex={-1}
            className={classes['step']}
            title={`${nameOf(from)} to ${nameOf(from + width)}: ${formatInteger(count)}`}
            data-outside={range !== undefined && (to <= range.from || from >= range.to)}
            onClick={(event) =>
              onRange(
                event.shiftKey && range !== undefined
                  ? { from: Math.min(from, range.from), to: Math.max(to, range.to) }
                  : { from, to },
              )
            }
          >
            <span className={classes['height']} style={{ blockSize: `${(100 * count) / most}%` }} />
          </button>
        ))}
      </div>
      <p className={classes['ends']}>
        <span>{nameOf(least)}</span>
        <span>{nameOf(least + runs.length * width)}</span>
      </p>
    </>
  );
}
