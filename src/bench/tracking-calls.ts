import { type Connection, openConnection, toWire } from './keep-alive.ts';

/** Makes runs on any server that speaks MLflow's REST API. */
export async function createRuns(url: URL, count: number): Promise<string[]> {
  const connection = await openConnection(url);
  const experiment = await call(connection, url, 'experiments/create', {
    name: `bench-${performance.now()}`,
  });
  const runIds: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const created = await call(connection, url, 'runs/create', {
      experiment_id: experiment.experiment_id,
      start_time: 1_700_000_000_000 + index,
    });
    runIds.push(created.run?.info.run_id ?? '');
  }
  connection.close();
  return runIds;
}

interface Created {
  readonly experiment_id?: string;
  readonly run?: { readonly info: { readonly run_id: string } };
}

async function call(connection: Connection, url: URL, path: string, body: unknown): Promise<Created> {
  const answer = await connection.send(toWire('POST', mlflowUrl(url, path), JSON.stringify(body)));
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${answer.body.toString()}`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- two known answers of two known servers
  return JSON.parse(answer.body.toString()) as Created;
}

const batchSize = 1000;

/** Logs `count` points of one metric to a run, step after step: a noisy fall with a spike now and then. */
export async function logSeries(url: URL, runId: string, key: string, count: number): Promise<void> {
  const connection = await openConnection(url);
  for (let from = 0; from < count; from += batchSize) {
    const metrics = Array.from({ length: Math.min(batchSize, count - from) }, (_each, index) => ({
      key,
      value: lossAt(from + index),
      timestamp: 1_700_000_000_000 + (from + index) * 100,
      step: from + index,
    }));
    await call(connection, url, 'runs/log-batch', { run_id: runId, metrics });
  }
  connection.close();
}

function lossAt(step: number): number {
  const spike = step % 7919 === 7918 ? 5 : 0;
  return 2 / (1 + step / 1000) + 0.05 * Math.sin(step * 12.9898) + spike;
}

/** The id of the experiment that both servers have from the start. */
export async function defaultExperiment(url: URL): Promise<string> {
  const answer = await fetch(mlflowUrl(url, 'experiments/get-by-name?experiment_name=Default'));
  const id = /"experiment_id": *"(\d+)"/.exec(await answer.text())?.[1];
  if (id === undefined) throw new Error('There is no experiment "Default".');
  return id;
}

export function mlflowUrl(url: URL, path: string): URL {
  return new URL(`/api/2.0/mlflow/${path}`, url);
}
