import type { AllOf, Span } from '#domain/filter/filter-ast.ts';
import { IconX } from '@tabler/icons-react';
import { Fragment, useMemo } from 'react';
import { type Chip, toChips, withNegated, withOtherJoiner, withoutPart } from './filter-chips.model.ts';
import classes from './filter-chips.module.css';

interface FilterChipsProps {
  readonly filter: AllOf;
  /** The filter after a change. */
  readonly onFilter: (filter: string) => void;
  /** Shows where a condition stands in the text. */
  readonly onEdit: (span: Span) => void;
}

/** What was understood of a filter, part by part. Its parts can be changed here as well as in the text. */
export function FilterChips({ filter, onFilter, onEdit }: FilterChipsProps) {
  const chips = useMemo(() => toChips(filter), [filter]);
  // One condition is what the text says already.
  if (chips.length < 2) return null;
  return (
    <fieldset className={classes['chips']} aria-label="Conditions">
      {chips.map((chip) => (
        <Fragment key={`${chip.kind} ${chip.path.join('.')} ${chip.kind === 'joiner' ? chip.place : ''}`}>
          <ChipView chip={chip} filter={filter} onFilter={onFilter} onEdit={onEdit} />
        </Fragment>
      ))}
    </fieldset>
  );
}

interface ChipViewProps extends FilterChipsProps {
  readonly chip: Chip;
}

function ChipView({ chip, filter, onFilter, onEdit }: ChipViewProps) {
  switch (chip.kind) {
    case 'open':
      return <span className={classes['bracket']}>(</span>;
    case 'close':
      return <span className={classes['bracket']}>)</span>;
    case 'joiner': {
      const other = chip.word === 'AND' ? 'OR' : 'AND';
      return (
        <button
          type="button"
          className={classes['joiner']}
          title={`Join with ${other}`}
          aria-label={`${chip.word}; join with ${other}`}
          onClick={() => onFilter(withOtherJoiner(filter, chip.path))}
        >
          {chip.word}
        </button>
      );
    }
    case 'not':
      return (
        <button
          type="button"
          className={classes['joiner']}
          title="Take the NOT away"
          aria-label="NOT; take it away"
          onClick={() => onFilter(withNegated(filter, chip.path))}
        >
          NOT
        </button>
      );
    case 'condition':
      return (
        <span className={classes['chip']}>
          <button
            type="button"
            className={classes['text']}
            title={`${chip.text} (press to edit)`}
            aria-label={`Edit ${chip.text}`}
            onClick={() => {
              if (chip.span !== undefined) onEdit(chip.span);
            }}
          >
            {chip.text}
          </button>
          <button
            type="button"
            className={classes['remove']}
            aria-label={`Remove ${chip.text}`}
            onClick={() => onFilter(withoutPart(filter, chip.path))}
          >
            <IconX size={12} aria-hidden="true" />
          </button>
        </span>
      );
    default:
      return chip satisfies never;
  }
}
