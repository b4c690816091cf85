import type { Problem } from '#contract/problem.ts';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconFilter, IconX } from '@tabler/icons-react';
import { useId, useRef, useState } from 'react';
import { KeyHint } from '#studio/ui/key-hint.tsx';
import classes from './filter-bar.module.css';
import { FilterChips } from './filter-chips.tsx';
import { dialectOf, type FilterMistake, readFilter } from './filter-draft.model.ts';
import { FilterHint } from './filter-hint.tsx';
import { FilterInput } from './filter-input.tsx';
import { FilterMenu } from './filter-menu.tsx';
import { Suggestions } from './suggestions.tsx';
import { useFilterField } from './use-filter-field.ts';

interface FilterBarProps {
  readonly workspace: string;
  readonly experiments: readonly string[];
  readonly filter: string;
  /** What the server says against the filter. */
  readonly problem: Problem | null;
  readonly onFilter: (filter: string) => void;
}

/**
 * The filter as a line of text that completes, marks what is wrong and applies with Enter; and as chips of what was
 * understood, to be changed as well.
 */
export function FilterBar({ workspace, experiments, filter, problem, onFilter }: FilterBarProps) {
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const hintId = useId();
  const [focused, setFocused] = useState(false);
  const field = useFilterField({ workspace, experiments, filter, focused, field: input, onFilter });
  const { text, read, open, active } = field;
  const { mistake } = read;
  const isApplied = text.trim() === filter.trim();
  const failed =
    field.tried || isApplied ? describeFailure(text, mistake, isApplied ? problem : null) : undefined;
  // While one writes, what is missing at the end is no mistake yet.
  const isWrongSoFar = focused && mistake !== undefined && mistake.span.start < text.trimEnd().length;
  return (
    <search
      className={classes['filter']}
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return;
        setFocused(false);
        field.leave();
      }}
    >
      <div className={classes['field']} data-invalid={failed !== undefined}>
        <IconFilter size={16} className={classes['icon']} aria-hidden="true" />
        <FilterInput
          field={field}
          input={input}
          listId={listId}
          hintId={hintId}
          marked={failed !== undefined || isWrongSoFar ? mistake?.span : undefined}
          invalid={failed !== undefined}
          onFocus={() => setFocused(true)}
        />
        <FilterHint pending={!isApplied && mistake === undefined} dialect={dialectOf(text)} />
        {text === '' ? (
          <span className={classes['key']}>
            <KeyHint keys="/" />
          </span>
        ) : (
          <ClearButton
            onClear={() => {
              field.write('', 0);
              if (filter !== '') onFilter('');
            }}
          />
        )}
        <FilterMenu workspace={workspace} />
      </div>
      {open && (
        <Suggestions id={listId} suggestions={field.suggestions} active={active} onTake={field.take} />
      )}
      <p id={hintId} className={classes['failure']} aria-live="polite">
        {failed}
      </p>
      <FilterChips
        filter={read.filter ?? readFilter(filter).filter ?? noFilter}
        onFilter={field.apply}
        onEdit={field.select}
      />
    </search>
  );
}

const noFilter = { kind: 'all', terms: [] } as const;

/** What is wrong, by what could stand there where that is known. */
function describeFailure(
  text: string,
  mistake: FilterMistake | undefined,
  problem: Problem | null,
): string | undefined {
  if (mistake === undefined) return problem?.message;
  const { message, span, expected } = mistake;
  const wrong = text.slice(span.start, span.end);
  if (expected.length === 0) return message;
  return `${wrong === '' ? 'Something is missing' : `“${wrong}” does not fit`}. What fits there: ${expected.join(', ')}.`;
}

function ClearButton({ onClear }: { readonly onClear: () => void }) {
  return (
    <Tooltip label="Clear the filter">
      <ActionIcon size={28} aria-label="Clear the filter" onClick={onClear}>
        <IconX size={14} />
      </ActionIcon>
    </Tooltip>
  );
}
