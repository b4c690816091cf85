import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useClient } from '#studio/query/client-context.ts';
import type { Column } from './column.model.ts';
import { fetchRows, type TableRow } from './fetch-rows.ts';
import type { OutlinePlace } from './outline.model.ts';
import { windowSize } from './run-windows.model.ts';
import type { RunsQuery } from './runs-query.model.ts';
import { useSame } from './use-same.ts';

interface NestedRowsAsked {
  readonly workspace: string;
  readonly query: RunsQuery;
  readonly columns: readonly Column[];
  readonly version: number;
  /** What the rows below an open row are. */
  readonly searchOf: (id: string) => Pick<RunsQuery, 'filter'> & { readonly parentRunId?: string };
}

/** The runs below open rows, as far as they are in sight. */
export function useNestedRows(
  places: readonly OutlinePlace[],
  { workspace, query, columns, version, searchOf }: NestedRowsAsked,
): (place: OutlinePlace) => TableRow | undefined {
  const client = useClient();
  const parts = useSame([...new Set(places.flatMap((place) => partOf(place) ?? []))]);
  const queries = useMemo(
    () =>
      parts.map((part) => {
        const { id, window } = readPart(part);
        return {
          // No operation's id: live events leave rows in their places.
          queryKey: ['table rows below', workspace, query, id, window, columns, version],
          staleTime: Infinity,
          queryFn: async ({ signal }: { signal: AbortSignal }) => {
            const asked = { ...query, workspace, columns, offset: window * windowSize, limit: windowSize };
            return fetchRows(client, { ...withoutParent(asked), ...searchOf(id) }, signal);
          },
        };
      }),
    [parts, workspace, query, columns, version, client, searchOf],
  );
  const answers = useQueries({ queries, combine: dataOf });
  return (place) => {
    const part = partOf(place);
    return part === undefined ? undefined : answers[parts.indexOf(part)]?.[place.at % windowSize];
  };
}

function partOf({ parents, at }: OutlinePlace): string | undefined {
  const id = parents.at(-1)?.id;
  return id === undefined ? undefined : `${Math.floor(at / windowSize)} ${id}`;
}

function readPart(part: string): { readonly id: string; readonly window: number } {
  const space = part.indexOf(' ');
  return { id: part.slice(space + 1), window: Number(part.slice(0, space)) };
}

function withoutParent<T extends { readonly parentRunId?: string | null }>({
  parentRunId: _root,
  ...others
}: T): Omit<T, 'parentRunId'> {
  return others;
}

function dataOf(
  answers: readonly { readonly data: TableRow[] | undefined }[],
): readonly (TableRow[] | undefined)[] {
  return answers.map(({ data }) => data);
}
