/** What one client knows of its run: what was acknowledged, and what was on its way when the server was killed. */
export interface ClientLog {
  readonly runId: string;
  readonly artifactFolder: string;
  /** Steps of metric `loss` whose call was answered; the value of step s is `valueAt(s)`. */
  readonly steps: number[];
  readonly params: string[];
  readonly artifacts: string[];
  /** Steps sent but not answered: they may be there once, or not at all. */
  readonly unansweredSteps: number[];
}

export function valueAt(step: number): number {
  return Math.fround(Math.sin(step) * 1000);
}

export interface FoundPoint {
  readonly step: number;
  readonly value: number;
}

export interface FoundRun {
  readonly points: readonly FoundPoint[];
  readonly params: Readonly<Record<string, string>>;
  /** Artifact name to its text; only what was asked for and found. */
  readonly artifacts: Readonly<Record<string, string>>;
}

/** Every way in which what is found differs from what was acknowledged; empty when nothing is lost or doubled. */
export function findLosses(log: ClientLog, found: FoundRun): string[] {
  const losses: string[] = [];
  const counts = new Map<number, number>();
  for (const { step, value } of found.points) {
    counts.set(step, (counts.get(step) ?? 0) + 1);
    if (value !== valueAt(step)) losses.push(`run ${log.runId}: step ${step} has the value ${value}`);
  }
  for (const [step, count] of counts)
    if (count > 1) losses.push(`run ${log.runId}: step ${step} is there ${count} times`);
  for (const step of log.steps) if (!counts.has(step)) losses.push(`run ${log.runId}: step ${step} is lost`);
  const sent = new Set([...log.steps, ...log.unansweredSteps]);
  for (const step of counts.keys())
    if (!sent.has(step)) losses.push(`run ${log.runId}: step ${step} was never sent`);
  for (const key of log.params) {
    if (found.params[key] !== `value of ${key}`) losses.push(`run ${log.runId}: parameter ${key} is lost`);
  }
  for (const name of log.artifacts) {
    if (found.artifacts[name] !== contentOf(name))
      losses.push(`run ${log.runId}: artifact ${name} is lost or cut`);
  }
  return losses;
}

/** Long enough to be written in several pieces. */
export function contentOf(name: string): string {
  return `${name}\n`.repeat(20_000);
}
