import { startServer } from '#checks/server-process.ts';
import type { Bench } from '../bench.ts';
import { toWire } from '../keep-alive.ts';
import { percentile, timeRequests } from '../load.ts';
import type { Result } from '../result.ts';
import { atelierWithManyRuns } from '../seeds/atelier-home.ts';

/** One filter of each kind; `x` is another number each time, so that no answer is remembered. */
const filters: Readonly<Record<string, (x: number) => string>> = {
  'a metric': (x) => `metrics.metric_1 > ${x}`,
  OR: (x) => `metrics.metric_1 > ${x} OR metrics.metric_2 < ${x / 2}`,
  'NOT of a group': (x) => `NOT (status = 'FINISHED' OR metrics.metric_3 < ${x})`,
  'a numeric parameter': (x) => `params.param_3 >= ${x}`,
  'BETWEEN, and IN on a tag': (x) =>
    `metrics.metric_4 BETWEEN ${x / 2} AND ${x} AND tags.tag_1 IN ('value 3', 'value 4')`,
  'a pattern on a parameter': (x) =>
    `params.param_7 ~ '^[0-${Math.floor(x * 9)}]\\.${Math.floor(x * 1000) % 100}'`,
  'a pattern on names': (x) => `run_name ~ '-${Math.floor(x * 1000)}[0-9]*$'`,
  'CONTAINS on names': (x) => `run_name CONTAINS '-${Math.floor(x * 1000)}'`,
  'a summary': (x) => `min(metrics.metric_5) < ${x}`,
  'the best': (x) => `best(metrics.metric_6) > ${x} OR has_nan(metrics.metric_6)`,
  'a value at a step': (x) => `at(metrics.metric_7, 1) < ${x}`,
  'arithmetic of two metrics': (x) => `metrics.metric_8 - metrics.metric_9 > ${x}`,
  'arithmetic with a parameter': (x) => `metrics.metric_8 * ${x} > params.param_3`,
  'a missing metric': (x) => `metrics.metric_10 IS NULL OR metrics.metric_11 > ${x}`,
  'time and duration': (x) => `start_time > '2024-06-01' AND duration > '${Math.ceil(x * 60)}m'`,
  'free text': (x) => `"value ${Math.floor(x * 20)}" OR trial-${Math.floor(x * 1000)}`,
};

const repeats = 9;
const forgotten = 2;

interface Asked {
  readonly path: string;
  readonly body: (x: number) => object;
}

async function time(url: URL, { path, body }: Asked): Promise<readonly number[]> {
  const address = new URL(`/api/workspaces/default/runs/${path}`, url);
  const requests = Array.from({ length: repeats + forgotten }, (_each, index) =>
    toWire('POST', address, JSON.stringify(body(0.31 + index * 0.043))),
  );
  await timeRequests(url, requests.slice(0, forgotten));
  return timeRequests(url, requests.slice(forgotten));
}

const facets = ['status', 'experiment', 'user_id', 'start_time', 'tags.tag_1'];

/** Every kind of filter over 100,000 runs: the first page of the table with both counts; and counts by facets. */
export const filtersBench: Bench = {
  name: 'filters',
  async run() {
    const server = await startServer({ home: await atelierWithManyRuns() });
    const url = new URL(server.url);
    const results: Result[] = [];
    const all: number[] = [];
    for (const [name, filterOf] of Object.entries(filters)) {
      const times = await time(url, { path: 'search', body: (x) => ({ filter: filterOf(x), limit: 50 }) });
      all.push(...times);
      results.push({
        name: `filters: ${name}, of 100,000 runs, median`,
        value: percentile(times, 0.5),
        unit: 'ms',
      });
    }
    all.sort((a, b) => a - b);
    results.push({
      name: 'filters: any of these, p95',
      value: percentile(all, 0.95),
      unit: 'ms',
      target: '<= 150',
    });
    const counted = await time(url, {
      path: 'facets',
      body: (x) => ({ filter: `metrics.metric_1 > ${x} AND status = 'FINISHED'`, terms: facets }),
    });
    results.push({
      name: `filters: ${facets.length} facets of 100,000 runs, p95`,
      value: percentile(counted, 0.95),
      unit: 'ms',
      target: '<= 200',
    });
    await server.stop();
    return results;
  },
};
