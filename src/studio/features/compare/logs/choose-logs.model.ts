import type { RunLog } from '#contract/run-logs.ts';

interface RunLogs<R> {
  readonly run: R;
  readonly logs: readonly RunLog[];
}

export interface ChosenLogs<R> {
  /** Of all logs, the ones that most runs have first. */
  readonly names: readonly string[];
  /** The log of that name of each run that has one, as many as fit. */
  readonly columns: readonly { readonly run: R; readonly log: RunLog }[];
}

/** Which logs stand beside each other: those of one name, the one asked for or that most runs have. */
export function chooseLogs<R>(
  lists: readonly RunLogs<R>[],
  name: string | undefined,
  most: number,
): ChosenLogs<R> {
  const counts = new Map<string, number>();
  for (const { logs } of lists) {
    for (const log of new Set(logs.map((each) => each.name))) counts.set(log, (counts.get(log) ?? 0) + 1);
  }
  const names = [...counts].sort(([a, inA], [b, inB]) => inB - inA || (a < b ? -1 : 1)).map(([each]) => each);
  const chosen = name !== undefined && counts.has(name) ? name : names[0];
  const columns = lists.flatMap(({ run, logs }) => {
    const log = logs.find((each) => each.name === chosen);
    return log === undefined ? [] : [{ run, log }];
  });
  return { names, columns: columns.slice(0, most) };
}
