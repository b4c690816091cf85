import type { RunFacet } from '#contract/run-facets.ts';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { formatInteger } from '#studio/ui/number.model.ts';
import { chosenRange, chosenValues, withRange, withValues, withValueToggled } from './facet-clause.model.ts';
import { FacetHistogramBars } from './facet-histogram-bars.tsx';
import { FacetRangeFields } from './facet-range-fields.tsx';
import { facetLabel } from './facets-view.model.ts';
import classes from './facets.module.css';

interface FacetSectionProps {
  readonly facet: RunFacet;
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
  readonly onRemove: () => void;
}

/** One facet: its values with counts, or a histogram with the range that the filter asks for. */
export function FacetSection({ facet, filter, onFilter, onRemove }: FacetSectionProps) {
  const { name, kind } = facetLabel(facet.term);
  const { term, histogram } = facet;
  const apply = (next: string | undefined): void => {
    if (next !== undefined) onFilter(next);
  };
  const chosen = chosenValues(filter, term);
  const range = chosenRange(filter, term);
  const isRange = histogram !== null && chosen.length === 0;
  return (
    <section className={classes['section']} aria-label={`${name} ${kind}`.trim()}>
      <header className={classes['head']}>
        <h3 className={classes['name']} title={facet.term}>
          {name}
        </h3>
        {kind !== '' && <span className={classes['kind']}>{kind}</span>}
        <span className={classes['space']} />
        {(chosen.length > 0 || range !== undefined) && (
          <button
            type="button"
            className={classes['clear']}
            onClick={() =>
              apply(range === undefined ? withValues(filter, term, []) : withRange(filter, term, undefined))
            }
          >
            Any
          </button>
        )}
        <Tooltip label="Remove this facet">
          <ActionIcon size={24} aria-label={`Remove the facet ${name}`} onClick={onRemove}>
            <IconX size={14} />
          </ActionIcon>
        </Tooltip>
      </header>
      {facet.runs === 0 && <p className={classes['note']}>No run has it.</p>}
      {isRange && (
        <>
          <FacetHistogramBars
            histogram={histogram}
            isTime={term.endsWith('_time')}
            range={range}
            onRange={(next) => apply(withRange(filter, term, next))}
          />
          <FacetRangeFields
            name={name}
            isTime={term.endsWith('_time')}
            range={range}
            onRange={(next) => apply(withRange(filter, term, next))}
          />
        </>
      )}
      {!isRange && (
        <FacetValues
          facet={facet}
          chosen={chosen}
          onToggle={(value) => apply(withValueToggled(filter, term, value))}
        />
      )}
    </section>
  );
}

interface FacetValuesProps {
  readonly facet: RunFacet;
  readonly chosen: readonly string[];
  readonly onToggle: (value: string) => void;
}

function FacetValues({ facet, chosen, onToggle }: FacetValuesProps) {
  const most = Math.max(1, ...facet.values.map(({ runs }) => runs));
  // What is chosen stays in sight, also where no run has it now.
  const missing = chosen.filter((value) => !facet.values.some((each) => each.value === value));
  const values = [...facet.values, ...missing.map((value) => ({ value, runs: 0 }))];
  const hidden = (facet.distinct ?? 0) - facet.values.length;
  return (
    <>
      <ul className={classes['values']}>
        {values.map(({ value, runs }) => (
          <li key={value}>
            <button
              type="button"
              className={classes['value']}
              aria-pressed={chosen.includes(value)}
              onClick={() => onToggle(value)}
            >
              <span className={classes['bar']} style={{ inlineSize: `${(100 * runs) / most}%` }} />
              <span className={classes['text']} title={value}>
                {value === '' ? '(empty)' : value}
              </span>
              <span className={classes['count']}>{formatInteger(runs)}</span>
            </button>
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <p className={classes['note']}>
          {formatInteger(hidden)} other {hidden === 1 ? 'value' : 'values'}; write them into the filter.
        </p>
      )}
    </>
  );
}
