import type { ComparedRun } from '#contract/runs.ts';

interface Logged {
  readonly params?: Readonly<Record<string, string>>;
  readonly tags?: Readonly<Record<string, string>>;
  /** Last values; the least and greatest are one below and above. */
  readonly metrics?: Readonly<Record<string, number>>;
}

/** A run for tests, with what it logged. */
export function comparedRun(
  runId: string,
  { params = {}, tags = {}, metrics = {} }: Logged = {},
): ComparedRun {
  return {
    runId,
    name: `run ${runId}`,
    experimentId: '1',
    experimentName: 'Default',
    status: 'FINISHED',
    startedAtMs: 0,
    endedAtMs: 1000,
    userId: 'ada',
    lifecycle: 'active',
    deletedAtMs: null,
    parentRunId: null,
    mark: 1,
    colour: null,
    params: { ...params },
    tags: { ...tags },
    metrics: Object.entries(metrics).map(([key, last]) => ({
      key,
      last,
      lastStep: '1',
      lastAtMs: 0,
      min: Number.isFinite(last) ? last - 1 : null,
      max: Number.isFinite(last) ? last + 1 : null,
      points: 2,
      nanPoints: 0,
      infinitePoints: 0,
    })),
  };
}
