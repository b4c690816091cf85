/** Adds a run to the selection, or takes it out. */
export function toggleRun(selected: readonly string[], runId: string): readonly string[] {
  return selected.includes(runId) ? selected.filter((id) => id !== runId) : [...selected, runId];
}

/** Adds all of them; if all were in already, takes them out. */
export function toggleRuns(selected: readonly string[], runIds: readonly string[]): readonly string[] {
  const present = new Set(selected);
  if (runIds.every((id) => present.has(id))) return selected.filter((id) => !runIds.includes(id));
  return [...new Set([...selected, ...runIds])];
}

/** The rows from one to another, either way round, both included. */
export function rowsBetween(from: number, to: number): readonly number[] {
  const first = Math.min(from, to);
  return Array.from({ length: Math.abs(to - from) + 1 }, (_none, index) => first + index);
}
