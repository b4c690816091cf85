import { createHash } from 'node:crypto';

/** What of each kind a run has; of how many names, where there are more than one run has. */
export interface SeedWorld {
  readonly runs: number;
  readonly metrics: number;
  readonly params: number;
  readonly tags: number;
  readonly metricNames?: number;
  readonly paramNames?: number;
}

/** The content of a busy team's year, the same whenever and wherever it is made. */
export const manyRuns = { runs: 100_000, metrics: 20, params: 10, tags: 5 } as const satisfies SeedWorld;

/** The same of a team whose projects each have names of their own, besides a few that all have. */
export const manyNames = {
  ...manyRuns,
  metricNames: 2000,
  paramNames: 100,
} as const satisfies SeedWorld;

export interface SeedPair {
  readonly key: string;
  readonly value: string;
}

export interface SeedRun {
  readonly runId: string;
  readonly name: string;
  readonly status: 'FINISHED' | 'FAILED' | 'RUNNING';
  readonly startedAtMs: number;
  readonly endedAtMs: number | undefined;
  /** One point each. */
  readonly metrics: readonly { readonly key: string; readonly value: number }[];
  readonly params: readonly SeedPair[];
  readonly tags: readonly SeedPair[];
}

const firstStartMs = 1_700_000_000_000;
const betweenStartsMs = 300_000;

export function seedRun(index: number, world: SeedWorld = manyRuns): SeedRun {
  const startedAtMs = firstStartMs + index * betweenStartsMs;
  const fate = noise(index, 99);
  const status = index % 5000 === 4999 ? 'RUNNING' : fate < 0.06 ? 'FAILED' : 'FINISHED';
  const list = (count: number): number[] => Array.from({ length: count }, (_each, slot) => slot);
  return {
    runId: createHash('sha256').update(`run ${index}`).digest('hex').slice(0, 32),
    name: `trial-${index}`,
    status,
    startedAtMs,
    endedAtMs: status === 'RUNNING' ? undefined : startedAtMs + 60_000 + Math.floor(fate * 3_600_000),
    metrics: list(world.metrics).map((slot) => ({
      key: metricKey(nameOf(index, slot, world.metrics, world.metricNames)),
      value: noise(index, slot),
    })),
    params: list(world.params).map((slot) => ({
      key: `param_${nameOf(index, slot, world.params, world.paramNames)}`,
      value: (Math.floor(noise(index, 30 + slot) * 10 ** (1 + (slot % 4))) / 1000).toString(),
    })),
    tags: list(world.tags).map((slot) => ({
      key: `tag_${slot}`,
      value: `value ${Math.floor(noise(index, 60 + slot) * 20)}`,
    })),
  };
}

/** Names that all runs have: so many of each kind come first. */
export const sharedNames = 5;

/** The number of the name in one slot of a run. Runs in turn belong to one project after the other. */
function nameOf(index: number, slot: number, slots: number, names = slots): number {
  if (slot < sharedNames || names === slots) return slot;
  const own = slots - sharedNames;
  const projects = Math.floor((names - sharedNames) / own);
  return sharedNames + (index % projects) * own + slot - sharedNames;
}

export function metricKey(slot: number): string {
  return `metric_${slot}`;
}

/** Evenly spread over 0 to 1, and always the same for the same run and slot. */
function noise(index: number, slot: number): number {
  let bits = Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(slot + 1, 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d);
  bits = Math.imul(bits ^ (bits >>> 12), 0x297a2d39);
  return ((bits ^ (bits >>> 15)) >>> 0) / 2 ** 32;
}
