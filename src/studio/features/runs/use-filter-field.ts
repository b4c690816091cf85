import { type RefObject, useMemo, useState } from 'react';
import type { Span } from '#domain/filter/filter-ast.ts';
import { findMistake, readFilter } from './filter-draft.model.ts';
import { readRecentFilters, rememberFilter } from './recent-filters.ts';
import { suggest, type Suggestion } from './suggest.model.ts';
import { useKnownKeys, useKnownValues } from './use-known-fields.ts';

const arrowSteps: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };

interface FilterFieldOptions {
  readonly workspace: string;
  readonly experiments: readonly string[];
  /** The filter that holds. */
  readonly filter: string;
  readonly focused: boolean;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onFilter: (filter: string) => void;
}

/** The filter being written: its text, what is wrong with it, what may come next, and what the keys do. */
export function useFilterField(options: FilterFieldOptions) {
  const { workspace, filter, focused, field, onFilter } = options;
  const draft = useDraft(filter);
  const { text, cursor, write } = draft;
  const read = useMemo(() => readFilter(text), [text]);
  const suggestions = useSuggestions({ ...options, text, cursor });
  const open = focused && !draft.closed && suggestions.length > 0;
  const active = open ? draft.active : undefined;

  const apply = (wanted: string): void => {
    const meant = wanted.trim();
    if (findMistake(meant) !== undefined) {
      draft.set({ tried: true });
      return;
    }
    draft.set({ closed: true, text: meant });
    rememberFilter(workspace, meant);
    onFilter(meant);
  };
  const select = ({ start, end }: Span): void => {
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(start, end);
    });
  };
  const take = ({ text: next, cursor: at, whole }: Suggestion): void => {
    if (whole === true) {
      apply(next);
      return;
    }
    write(next, at);
    select({ start: at, end: at });
  };
  const moveBy = (step: number): void => {
    const count = suggestions.length;
    draft.set({ closed: false, active: ((active ?? (step === 1 ? -1 : 0)) + step + count) % count });
  };
  /** First the list closes, then the text is what it was, then the field is left. */
  const escape = (): void => {
    if (open) draft.set({ closed: true });
    else if (text !== filter) {
      write(filter, filter.length);
      draft.set({ closed: true });
    } else field.current?.blur();
  };
  const press = (event: React.KeyboardEvent<HTMLInputElement>): void => {
    const chosen = active !== undefined ? suggestions[active] : undefined;
    const step = arrowSteps[event.key];
    if (event.key === 'Escape') {
      event.stopPropagation();
      escape();
    } else if (event.key === 'Enter' || (event.key === 'Tab' && chosen !== undefined)) {
      event.preventDefault();
      if (chosen === undefined) apply(text);
      else take(chosen);
    } else if (step !== undefined && suggestions.length > 0) {
      event.preventDefault();
      moveBy(step);
    }
  };
  return {
    text,
    read,
    suggestions,
    open,
    active,
    tried: draft.tried,
    write,
    apply,
    select,
    take,
    press,
    setCursor: (at: number): void => draft.set({ cursor: at }),
    /** The field is left: what was not applied waits, and is wrong no longer. */
    leave: (): void => draft.set({ active: undefined, closed: false, tried: false }),
  };
}

interface Draft {
  readonly text: string;
  readonly cursor: number;
  /** The list was closed by hand. */
  readonly closed: boolean;
  readonly active: number | undefined;
  /** Somebody wanted to apply it as it is. */
  readonly tried: boolean;
}

const draftOf = (text: string, cursor: number): Draft => ({
  text,
  cursor,
  closed: false,
  active: undefined,
  tried: false,
});

function useDraft(filter: string) {
  const [draft, setDraft] = useState(() => draftOf(filter, filter.length));
  const [applied, setApplied] = useState(filter);
  // A filter that comes from elsewhere (back button, facet, chip) takes the place of the draft.
  if (filter !== applied) {
    setApplied(filter);
    setDraft((now) => ({ ...draftOf(filter, filter.length), closed: now.closed }));
  }
  return {
    ...draft,
    write: (text: string, cursor: number): void => setDraft(draftOf(text, cursor)),
    set: (change: Partial<Draft>): void => setDraft((now) => ({ ...now, ...change })),
  };
}

interface SuggestionsWanted extends FilterFieldOptions {
  readonly text: string;
  readonly cursor: number;
}

function useSuggestions({ workspace, experiments, text, cursor, focused }: SuggestionsWanted) {
  const known = useKnownKeys(workspace, experiments, focused);
  const values = useKnownValues({ workspace, experiments, text, cursor, enabled: focused });
  return useMemo(() => {
    if (!focused) return [];
    const found = suggest(text, cursor, known, values);
    return text === '' ? [...recentSuggestions(workspace), ...found] : found;
  }, [workspace, text, cursor, known, values, focused]);
}

/** An empty field offers what was asked before. */
function recentSuggestions(workspace: string): readonly Suggestion[] {
  return readRecentFilters(workspace).map((filter) => ({
    label: filter,
    note: 'recent',
    whole: true,
    text: filter,
    cursor: filter.length,
  }));
}
