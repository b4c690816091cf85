/** Which runs are chosen: some, or all that match save some. */
export interface Chosen {
  readonly all: boolean;
  /** The chosen ones; where all are chosen, those left out. */
  readonly ids: readonly string[];
}

export const noneChosen: Chosen = { all: false, ids: [] };

const everything = '*';

/** From the address: ids, or `*` and the ids left out. */
export function parseChosen(items: readonly string[]): Chosen {
  return { all: items.includes(everything), ids: items.filter((item) => item !== everything) };
}

export function writeChosen({ all, ids }: Chosen): readonly string[] {
  return all ? [everything, ...ids] : ids;
}

export function isChosen({ all, ids }: Chosen, runId: string): boolean {
  return ids.includes(runId) !== all;
}

/** @param matching how many runs there are to choose from */
export function chosenCount({ all, ids }: Chosen, matching: number): number {
  return all ? Math.max(0, matching - ids.length) : ids.length;
}

/** Adds a run to the selection, or takes it out. */
export function toggleRun(chosen: Chosen, runId: string): Chosen {
  return withRuns(chosen, [runId], !isChosen(chosen, runId));
}

/** Adds all of them; if all were in already, takes them out. */
export function toggleRuns(chosen: Chosen, runIds: readonly string[]): Chosen {
  return withRuns(chosen, runIds, !runIds.every((runId) => isChosen(chosen, runId)));
}

export function withRuns({ all, ids }: Chosen, runIds: readonly string[], choose: boolean): Chosen {
  if (choose !== all) return { all, ids: [...new Set([...ids, ...runIds])] };
  const gone = new Set(runIds);
  return { all, ids: ids.filter((id) => !gone.has(id)) };
}

/** The rows from one to another, either way round, both included. */
export function rowsBetween(from: number, to: number): readonly number[] {
  const first = Math.min(from, to);
  return Array.from({ length: Math.abs(to - from) + 1 }, (_none, index) => first + index);
}
