import { readRunColumns } from '#contract/run-columns.ts';
import { searchRuns } from '#contract/runs.ts';
import { type RefObject, useMemo, useRef } from 'react';
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

export interface Selection {
  readonly count: number;
  readonly has: { readonly has: (runId: string) => boolean };
  /** The chosen ones by id, where they are named one by one. */
  readonly named: readonly string[] | undefined;
  /** Chooses the run of a row or lets it go; `range`: all rows since the one chosen last. */
  readonly select: (index: number, how: 'toggle' | 'range') => void;
  readonly selectAll: () => void;
  readonly clear: () => void;
  /** Asks for the ids where all that match are chosen. */
  readonly resolve: () => Promise<readonly string[]>;
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
  const has = useMemo(() => ({ has: (runId: string) => isChosen(chosen, runId) }), [chosen]);
  const set = (to: (chosen: Chosen) => Chosen): void =>
    change((now) => ({ ...now, selected: writeChosen(limit(to(parseChosen(now.selected)))) }), 'refine');

  async function idsOf(indexes: readonly number[]): Promise<readonly string[]> {
    const found = indexes.map((index) => rows.current.runAt(index)?.runId).filter((id) => id !== undefined);
    if (found.length === indexes.length) return found;
    const body = { ...query, offset: indexes[0] ?? 0, limit: Math.min(mostNamed + 1, indexes.length) };
    const answer = await client.call(searchRuns, { params: { workspace }, body });
    return answer.rows.map(({ runId }) => runId);
  }

  return {
    count: chosenCount(chosen, matching),
    has,
    named: chosen.all ? undefined : chosen.ids,
    select(index, how) {
      const from = how === 'range' ? (anchor.current ?? cursor.index ?? index) : index;
      anchor.current = index;
      const only = rows.current.runAt(index)?.runId;
      if (how === 'toggle' && only !== undefined) set((now) => toggleRun(now, only));
      else {
        idsOf(rowsBetween(from, index)).then(
          (runIds) => set((now) => withRuns(now, runIds, true)),
          (error: unknown) => toast({ kind: 'failed', message: describeError(error) }),
        );
      }
    },
    selectAll: () => set(() => ({ all: true, ids: [] })),
    clear() {
      anchor.current = undefined;
      set(() => noneChosen);
    },
    async resolve() {
      if (!chosen.all) return chosen.ids;
      const { experimentIds, filter, view, orderBy } = query;
      const body = { experimentIds, filter, view, orderBy, terms: ['run_id'], limit: mostActedOn };
      const { runs } = await client.call(readRunColumns, { params: { workspace }, body });
      return runs.map(({ runId }) => runId).filter((runId) => isChosen(chosen, runId));
    },
  };
}

function limit(chosen: Chosen): Chosen {
  if (chosen.ids.length <= mostNamed) return chosen;
  toast({
    message: `At most ${formatInteger(mostNamed)} runs are ${chosen.all ? 'left out' : 'chosen'} one by one; the first ${formatInteger(mostNamed)} are.`,
  });
  return { ...chosen, ids: chosen.ids.slice(0, mostNamed) };
}
