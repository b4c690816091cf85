import { openConnection, toWire } from './keep-alive.ts';

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

async function call(
  connection: Awaited<ReturnType<typeof openConnection>>,
  url: URL,
  path: string,
  body: unknown,
): Promise<Created> {
  const answer = await connection.send(toWire('POST', mlflowUrl(url, path), JSON.stringify(body)));
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${answer.body.toString()}`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- two known answers of two known servers
  return JSON.parse(answer.body.toString()) as Created;
}

export function mlflowUrl(url: URL, path: string): URL {
  return new URL(`/api/2.0/mlflow/${path}`, url);
}
