import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useSearchChange } from '#studio/address/use-search-change.ts';

export interface LogAddress {
  /** The id of the log that is read. */
  readonly log: string | undefined;
  /** The chosen line, from 0; people count from 1, and so does the address. */
  readonly line: number | undefined;
  readonly find: string;
  readonly setLog: (log: string | undefined) => void;
  readonly setLine: (line: number | undefined) => void;
  readonly setFind: (find: string) => void;
}

/** Which log is read, where, and what is looked for, as the address says it. */
export function useLogAddress(): LogAddress {
  const [search] = useSearchParams();
  const change = useSearchChange();
  const set = useCallback(
    (values: Readonly<Record<string, string | undefined>>): void =>
      change(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(values)) {
            if (value === undefined || value === '') next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [change],
  );
  const setters = useMemo(
    () => ({
      setLog: (log: string | undefined) => set({ log, line: undefined }),
      setLine: (line: number | undefined) => set({ line: line === undefined ? undefined : String(line + 1) }),
      setFind: (find: string) => set({ find }),
    }),
    [set],
  );
  const line = Number(search.get('line') ?? NaN);
  return {
    log: search.get('log') ?? undefined,
    line: Number.isSafeInteger(line) && line > 0 ? line - 1 : undefined,
    find: search.get('find') ?? '',
    ...setters,
  };
}
