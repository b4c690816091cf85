import { mostColumnRuns, readRunColumns } from '#contract/run-columns.ts';
import { useMemo } from 'react';
import { useOperation } from '#studio/query/operation-query.ts';
import { type RunTable, toRunTable } from './run-table.model.ts';

/** Which runs a chart over runs is about: some by id, or those that a filter finds. */
export interface RunQuestion {
  readonly workspace: string;
  readonly runIds?: readonly string[] | undefined;
  readonly experimentIds?: readonly string[] | undefined;
  readonly filter?: string | undefined;
  readonly orderBy?: readonly string[] | undefined;
  readonly baselineId?: string | undefined;
}

/** The values of some terms of all these runs. */
export function useRunTable(question: RunQuestion, terms: readonly string[]) {
  const { workspace, runIds, experimentIds, filter, orderBy, baselineId } = question;
  const answer = useOperation(
    readRunColumns,
    {
      params: { workspace },
      body: {
        terms: [...terms],
        ...(runIds === undefined
          ? { experimentIds: [...(experimentIds ?? [])], filter: filter ?? '', orderBy: [...(orderBy ?? [])] }
          : { runIds: runIds.slice(0, mostColumnRuns) }),
      },
    },
    { enabled: terms.length > 0, keepPrevious: true },
  );
  const table = useMemo<RunTable | undefined>(
    () => (answer.data === undefined ? undefined : toRunTable(answer.data, baselineId)),
    [answer.data, baselineId],
  );
  return { ...answer, table };
}
