import { type RefObject, useMemo, useState } from 'react';
import { asNameSearch, findMistake, type KnownKeys, suggest, type Suggestion } from './filter-draft.model.ts';
import { readRecentFilters, rememberFilter } from './recent-filters.ts';

const arrowSteps: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };

interface FilterFieldOptions {
  readonly workspace: string;
  /** The filter that holds. */
  readonly filter: string;
  readonly known: KnownKeys;
  readonly focused: boolean;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onFilter: (filter: string) => void;
}

/** The filter being written: its text, what is wrong with it, what may come next, and what the keys do. */
export function useFilterField({ workspace, filter, known, focused, field, onFilter }: FilterFieldOptions) {
  const [text, setText] = useState(filter);
  const [cursor, setCursor] = useState(filter.length);
  const [closed, setClosed] = useState(false);
  const [active, setActive] = useState<number>();
  const [tried, setTried] = useState(false);
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
    // One of the recent filters is a whole one.
    if (label === whole) {
      apply(whole);
      return;
    }
    write(whole, at);
    requestAnimationFrame(() => field.current?.setSelectionRange(at, at));
  };
  const moveBy = (step: number): void => {
    setClosed(false);
    const count = suggestions.length;
    setActive(((active ?? (step === 1 ? -1 : 0)) + step + count) % count);
  };
  const press = (event: React.KeyboardEvent<HTMLInputElement>): void => {
    const chosen = open && active !== undefined ? suggestions[active] : undefined;
    const step = arrowSteps[event.key];
    if (event.key === 'Escape') {
      event.stopPropagation();
      if (open) setClosed(true);
      else field.current?.blur();
      return;
    }
    if (event.key === 'Enter' || (event.key === 'Tab' && chosen !== undefined)) {
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
    mistake,
    nameSearch,
    suggestions,
    open,
    active: open ? active : undefined,
    tried,
    write,
    take,
    press,
    setCursor,
    reset: (): void => {
      setActive(undefined);
      setClosed(false);
    },
  };
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
