import { readRunColumns } from '#contract/run-columns.ts';
import { type RunRow, searchRuns } from '#contract/runs.ts';
import { type RefObject, useCallback, useMemo, useRef } from 'react';
import { useClient } from '#studio/query/client-context.ts';
import { describeError } from '#studio/ui/error-state.tsx';
import { formatInteger } from '#studio/ui/number.model.ts';
import { toast } from '#studio/ui/toast.store.ts';
import type { RowAccess } from './row-access.ts';
import type { RunsQuery } from './runs-query.model.ts';
import {
  type Chosen,
  chosenCount,
  isChosen,
  noneChosen,
  parseChosen,
  rowsBetween,
  toggleRun,
  withRuns,
  writeChosen,
} from './runs-selection.model.ts';
import type { RowCursor } from './use-row-cursor.ts';
import type { ChangeRunsView } from './use-runs-view.ts';

/** The most ids that an address can well carry. */
const mostNamed = 500;
/** The most runs that one action takes. */
export const mostActedOn = 10_000;

type ChoosableRun = Pick<RunRow, 'runId' | 'parentRunId'>;

export interface Selection {
  readonly count: number;
  readonly has: { readonly has: (run: ChoosableRun) => boolean };
  /** The chosen ones by id, where they are named one by one. */
  readonly named: readonly string[] | undefined;
  /** Chooses the run of a row or lets it go; `range`: all rows since the one chosen last. */
  readonly select: (index: number, how: 'toggle' | 'range') => void;
  readonly selectAll: () => void;
  readonly clear: () => void;
  /** Asks for the ids where all that match are chosen. */
  readonly resolve: () => Promise<readonly string[]>;
  /** Does something with the ids; tells it where they cannot be asked for. */
  readonly act: (work: (runIds: readonly string[]) => void) => void;
}

interface SelectionWorld {
  readonly workspace: string;
  readonly query: RunsQuery;
  readonly matching: number;
  readonly change: ChangeRunsView;
  readonly cursor: RowCursor;
  readonly rows: RefObject<RowAccess>;
}

/** The chosen runs, kept in the address. */
export function useSelection(selected: readonly string[], world: SelectionWorld): Selection {
  const { workspace, query, matching, change, cursor, rows } = world;
  const client = useClient();
  const anchor = useRef<number>(undefined);
  const chosen = useMemo(() => parseChosen(selected), [selected]);
  // All of a tree are those that are nobody's child: the children are neither chosen with them nor left out.
  const isAmong = useCallback(
    (run: ChoosableRun) => !chosen.all || query.parentRunId !== null || run.parentRunId === null,
    [chosen, query.parentRunId],
  );
  const has = useMemo(
    () => ({ has: (run: ChoosableRun) => isAmong(run) && isChosen(chosen, run.runId) }),
    [chosen, isAmong],
  );
  const set = (to: (chosen: Chosen) => Chosen): void =>
    change((now) => ({ ...now, selected: writeChosen(limit(to(parseChosen(now.selected)))) }), 'refine');

  async function idsOf(indexes: readonly number[]): Promise<readonly string[]> {
    const found = indexes.map((index) => rows.current.runAt(index)).filter((run) => run !== undefined);
    // Elsewhere a row's number says nothing of the search: what stands there is a group, or on its way.
    if (found.length === indexes.length || !rows.current.flat) {
      return found.filter(isAmong).map(({ runId }) => runId);
    }
    const body = { ...query, offset: indexes[0] ?? 0, limit: Math.min(mostNamed + 1, indexes.length) };
    const answer = await client.call(searchRuns, { params: { workspace }, body });
    return answer.rows.map(({ runId }) => runId);
  }

  async function resolve(): Promise<readonly string[]> {
    if (!chosen.all) return chosen.ids;
    const body = { ...query, terms: ['run_id'], limit: mostActedOn };
    const { runs } = await client.call(readRunColumns, { params: { workspace }, body });
    return runs.map(({ runId }) => runId).filter((runId) => isChosen(chosen, runId));
  }

  return {
    count: chosenCount(chosen, matching),
    has,
    named: chosen.all ? undefined : chosen.ids,
    select(index, how) {
      const only = rows.current.runAt(index);
      // A group is no run, and a child in a tree that is chosen as a whole is not to be chosen.
      if (how === 'toggle' && !(only === undefined ? rows.current.flat : isAmong(only))) return;
      const from = how === 'range' ? (anchor.current ?? cursor.index ?? index) : index;
      anchor.current = index;
      if (how === 'toggle' && only !== undefined) set((now) => toggleRun(now, only.runId));
      else {
        idsOf(rowsBetween(from, index)).then((runIds) => set((now) => withRuns(now, runIds, true)), tell);
      }
    },
    selectAll: () => set(() => ({ all: true, ids: [] })),
    clear() {
      anchor.current = undefined;
      set(() => noneChosen);
    },
    resolve,
    act: (work) => void resolve().then(work, tell),
  };
}

function tell(error: unknown): void {
  toast({ kind: 'failed', message: describeError(error) });
}

function limit(chosen: Chosen): Chosen {
  if (chosen.ids.length <= mostNamed) return chosen;
  toast({
    message: `At most ${formatInteger(mostNamed)} runs are ${chosen.all ? 'left out' : 'chosen'} one by one; the first ${formatInteger(mostNamed)} are.`,
  });
  return { ...chosen, ids: chosen.ids.slice(0, mostNamed) };
}
