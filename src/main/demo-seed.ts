import { createWorkspace } from '#contract/workspaces.ts';
import type { Client } from '#client/call.ts';
import { iris } from '#sample/data/iris.ts';
import { wine } from '#sample/data/wine.ts';
import { logTrial } from '#sample/log-trial.ts';
import type { Table } from '#sample/table.ts';
import { createTracking } from '#sample/tracking.ts';
import { trials, type Trial } from '#sample/trial.ts';

const hourMs = 60 * 60 * 1000;

/** A campaign of trainings by one person. The models are really trained; only the days they were trained on are told. */
interface Campaign {
  readonly workspace: string;
  readonly experiment: string;
  readonly user: string;
  readonly table: Table;
  readonly trials: readonly Trial[];
  /** How long before now it began, in hours, and how far its runs lie apart. */
  readonly hoursAgo: number;
  readonly hoursApart: number;
}

const workspaces = [
  {
    slug: 'botany',
    name: 'Botany',
    description: 'Which flower is it? Models for the herbarium’s field app.',
  },
  { slug: 'cellar', name: 'Cellar', description: 'Tells the cultivar of a wine from its chemistry.' },
];

const campaigns: readonly Campaign[] = [
  {
    workspace: 'botany',
    experiment: 'iris-species',
    user: 'ana',
    table: iris,
    trials: trials,
    hoursAgo: 19 * 24,
    hoursApart: 9,
  },
  {
    workspace: 'botany',
    experiment: 'iris-seeds',
    user: 'mei',
    table: iris,
    trials: seeds('mlp-16-lr0.003-cosine', 16),
    hoursAgo: 60,
    hoursApart: 1.5,
  },
  {
    workspace: 'cellar',
    experiment: 'cultivar-baseline',
    user: 'tomas',
    table: wine,
    trials: trials.slice(0, 13),
    hoursAgo: 12 * 24,
    hoursApart: 7,
  },
  {
    workspace: 'cellar',
    experiment: 'cultivar-network',
    user: 'mei',
    table: wine,
    trials: trials.slice(13, 23),
    hoursAgo: 5 * 24,
    hoursApart: 6,
  },
];

/** How long an epoch of the told history took. */
const epochMs = 1700;

export interface SeedOptions {
  readonly client: Client;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly origin: string;
  readonly nowMs: number;
  /** Moves the backend's clock to this moment. */
  readonly setTime: (nowMs: number) => void;
  readonly onProgress: (done: number, of: number) => void;
}

/** Fills a fresh backend with a small team's history. Takes a second or two of real training. */
export async function seedDemo(options: SeedOptions): Promise<void> {
  options.setTime(options.nowMs - 20 * 24 * hourMs);
  for (const body of workspaces) await options.client.call(createWorkspace, { body });
  const total = campaigns.reduce((sum, each) => sum + each.trials.length, 0);
  let done = 0;
  for (const each of campaigns) {
    await seedCampaign(each, options, () => {
      done += 1;
      options.onProgress(done, total);
    });
  }
  options.setTime(options.nowMs);
}

async function seedCampaign(each: Campaign, options: SeedOptions, onRun: () => void): Promise<void> {
  const { table, user } = each;
  const tracking = createTracking({
    trackingUri: `${options.origin}/ws/${each.workspace}`,
    fetch: options.fetch,
    user,
  });
  const beganAtMs = options.nowMs - each.hoursAgo * hourMs;
  options.setTime(beganAtMs);
  const experimentId = await tracking.experiment(each.experiment);
  for (const [index, trial] of each.trials.entries()) {
    let timeMs = beganAtMs + index * each.hoursApart * hourMs;
    const nowMs = (): number => {
      timeMs += epochMs;
      options.setTime(timeMs);
      return timeMs;
    };
    await logTrial({ tracking, experimentId, table, trial, user, nowMs, epochsPerCall: 60 });
    onRun();
  }
}

/** The same trial with many seeds. */
function seeds(name: string, count: number): Trial[] {
  const found = trials.find((trial) => trial.name === name);
  if (found === undefined) throw new Error(`There is no trial named ${name}.`);
  return Array.from({ length: count }, (_each, index) => ({
    ...found,
    seed: 100 + index,
    name: `seed-${100 + index}`,
  }));
}
