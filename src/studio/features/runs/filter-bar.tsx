import type { Problem } from '#contract/problem.ts';
import { listRunFields } from '#contract/runs.ts';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconFilter, IconX } from '@tabler/icons-react';
import { useId, useMemo, useRef, useState } from 'react';
import { useOperation } from '#studio/query/operation-query.ts';
import { KeyHint } from '#studio/ui/key-hint.tsx';
import classes from './filter-bar.module.css';
import type { FilterMistake, KnownKeys } from './filter-draft.model.ts';
import { FilterHint } from './filter-hint.tsx';
import { FilterMarks } from './filter-marks.tsx';
import { Suggestions } from './suggestions.tsx';
import { useFilterField } from './use-filter-field.ts';
import { filterFieldId } from './use-runs-keys.ts';

interface FilterBarProps {
  readonly workspace: string;
  readonly experiments: readonly string[];
  readonly filter: string;
  /** What the server says against the filter. */
  readonly problem: Problem | null;
  readonly onFilter: (filter: string) => void;
}

/** MLflow's filter language in one line: completes, marks what is wrong, and applies with Enter. */
export function FilterBar(props: FilterBarProps) {
  // A filter that comes from elsewhere (back button, facet) takes the place of the draft.
  return <Field key={props.filter} {...props} />;
}

function Field({ workspace, experiments, filter, problem, onFilter }: FilterBarProps) {
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const hintId = useId();
  const [focused, setFocused] = useState(false);
  const known = useKnownKeys(workspace, experiments, focused);
  const field = useFilterField({ workspace, filter, known, focused, field: input, onFilter });
  const { text, mistake, nameSearch, open, active } = field;
  const failed =
    field.tried || !focused ? describeFailure(text, mistake, text === filter ? problem : null) : undefined;
  return (
    <search className={classes['filter']}>
      <div className={classes['field']} data-invalid={failed !== undefined}>
        <IconFilter size={16} className={classes['icon']} aria-hidden="true" />
        <div className={classes['text']}>
          <FilterMarks
            text={text}
            span={nameSearch === undefined ? mistake?.span : undefined}
            field={input}
          />
          <input
            ref={input}
            id={filterFieldId}
            type="text"
            role="combobox"
            aria-label="Filter runs"
            aria-expanded={open}
            aria-controls={open ? listId : undefined}
            aria-autocomplete="list"
            aria-invalid={failed !== undefined}
            aria-describedby={hintId}
            aria-activedescendant={active === undefined ? undefined : `${listId}-${active}`}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            placeholder="metrics.val_loss < 0.1 AND params.lr = '0.01'"
            className={classes['input']}
            value={text}
            onChange={({ currentTarget: { value, selectionStart } }) =>
              field.write(value, selectionStart ?? value.length)
            }
            onSelect={(event) => field.setCursor(event.currentTarget.selectionStart ?? 0)}
            onKeyDown={field.press}
            onFocus={() => setFocused(true)}
            onBlur={() => {
              setFocused(false);
              field.reset();
            }}
          />
        </div>
        <FilterHint
          nameSearch={focused && nameSearch !== undefined}
          pending={focused && text.trim() !== filter && mistake === undefined}
        />
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
      </div>
      {open && (
        <Suggestions id={listId} suggestions={field.suggestions} active={active} onTake={field.take} />
      )}
      <p id={hintId} className={classes['failure']} aria-live="polite">
        {failed}
      </p>
    </search>
  );
}

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

function useKnownKeys(workspace: string, experiments: readonly string[], enabled: boolean): KnownKeys {
  const { data } = useOperation(
    listRunFields,
    {
      params: { workspace },
      query: { limit: 500, ...(experiments.length === 0 ? {} : { experiments: experiments.join(',') }) },
    },
    { enabled, staleTime: 30_000, keepPrevious: true },
  );
  return useMemo(
    () => (data === undefined ? {} : { metric: data.metrics, parameter: data.params, tag: data.tags }),
    [data],
  );
}
