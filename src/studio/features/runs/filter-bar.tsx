import type { Problem } from '#contract/problem.ts';
import { listRunFields } from '#contract/runs.ts';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconFilter, IconX } from '@tabler/icons-react';
import { useId, useMemo, useRef, useState } from 'react';
import { useOperation } from '#studio/query/operation-query.ts';
import { KeyHint } from '#studio/ui/key-hint.tsx';
import { asNameSearch, findMistake, type KnownKeys, suggest, type Suggestion } from './filter-draft.model.ts';
import classes from './filter-bar.module.css';
import { FilterHint } from './filter-hint.tsx';
import { FilterMarks } from './filter-marks.tsx';
import { readRecentFilters, rememberFilter } from './recent-filters.ts';
import { Suggestions } from './suggestions.tsx';
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
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  const hintId = useId();
  const [text, setText] = useState(filter);
  const [cursor, setCursor] = useState(filter.length);
  const [focused, setFocused] = useState(false);
  const [closed, setClosed] = useState(false);
  const [active, setActive] = useState<number>();
  const [tried, setTried] = useState(false);
  const known = useKnownKeys(workspace, experiments, focused);
  const mistake = useMemo(() => findMistake(text), [text]);
  const nameSearch = useMemo(() => asNameSearch(text), [text]);
  const suggestions = useMemo(
    () => (focused ? withRecent(workspace, text, suggest(text, cursor, known)) : []),
    [workspace, text, cursor, known, focused],
  );
  const open = focused && !closed && suggestions.length > 0;

  const write = (next: string, at: number): void => {
    setText(next);
    setCursor(at);
    setActive(undefined);
    setClosed(false);
    setTried(false);
  };
  const apply = (wanted: string): void => {
    const meant = asNameSearch(wanted) ?? wanted.trim();
    if (findMistake(meant) !== undefined) {
      setTried(true);
      return;
    }
    setClosed(true);
    rememberFilter(workspace, meant);
    setText(meant);
    onFilter(meant);
  };
  const take = ({ text: whole, cursor: at, label }: Suggestion): void => {
    if (label === whole) {
      apply(whole);
      return;
    }
    write(whole, at);
    requestAnimationFrame(() => field.current?.setSelectionRange(at, at));
  };
  const press = (event: React.KeyboardEvent<HTMLInputElement>): void => {
    const chosen = open && active !== undefined ? suggestions[active] : undefined;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && suggestions.length > 0) {
      event.preventDefault();
      setClosed(false);
      const count = suggestions.length;
      setActive(((active ?? (step === 1 ? -1 : 0)) + step + count) % count);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (chosen === undefined) apply(text);
      else take(chosen);
    } else if (event.key === 'Tab' && chosen !== undefined) {
      event.preventDefault();
      take(chosen);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      if (open) setClosed(true);
      else field.current?.blur();
    }
  };
  const said =
    tried || !focused ? (mistake?.message ?? (text === filter ? problem?.message : undefined)) : undefined;
  return (
    <search className={classes['filter']}>
      <div className={classes['field']} data-invalid={said !== undefined}>
        <IconFilter size={16} className={classes['icon']} aria-hidden="true" />
        <div className={classes['text']}>
          <FilterMarks
            text={text}
            span={mistake !== undefined && nameSearch === undefined ? mistake.span : undefined}
            field={field}
          />
          <input
            ref={field}
            id={filterFieldId}
            type="text"
            role="combobox"
            aria-label="Filter runs"
            aria-expanded={open}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-invalid={said !== undefined}
            aria-describedby={hintId}
            aria-activedescendant={open && active !== undefined ? `${listId}-${active}` : undefined}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            placeholder="metrics.val_loss < 0.1 AND params.lr = '0.01'"
            className={classes['input']}
            value={text}
            onChange={(event) =>
              write(
                event.currentTarget.value,
                event.currentTarget.selectionStart ?? event.currentTarget.value.length,
              )
            }
            onSelect={(event) => setCursor(event.currentTarget.selectionStart ?? 0)}
            onKeyDown={press}
            onFocus={() => {
              setFocused(true);
              setClosed(false);
            }}
            onBlur={() => {
              setFocused(false);
              setActive(undefined);
            }}
          />
        </div>
        {text === '' ? (
          <span className={classes['key']}>
            <KeyHint keys="/" />
          </span>
        ) : (
          <Tooltip label="Clear the filter">
            <ActionIcon
              size={28}
              aria-label="Clear the filter"
              onClick={() => {
                write('', 0);
                if (filter !== '') onFilter('');
              }}
            >
              <IconX size={14} />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      {open && <Suggestions id={listId} suggestions={suggestions} active={active} onTake={take} />}
      <FilterHint
        id={hintId}
        failed={said}
        expected={mistake?.expected ?? []}
        nameSearch={focused && nameSearch !== undefined ? text.trim() : undefined}
        pending={focused && text.trim() !== filter && mistake === undefined}
      />
    </search>
  );
}

/** An empty field offers what was asked before. */
function withRecent(
  workspace: string,
  text: string,
  suggestions: readonly Suggestion[],
): readonly Suggestion[] {
  if (text !== '') return suggestions;
  const recent = readRecentFilters(workspace).map((filter) => ({
    label: filter,
    text: filter,
    cursor: filter.length,
  }));
  return [...recent, ...suggestions];
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
