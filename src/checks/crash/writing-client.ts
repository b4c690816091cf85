import { type ClientLog, contentOf, type FoundRun, valueAt } from './acknowledged.ts';

const jsonType = { 'content-type': 'application/json' };

/** Starts a run to write to. */
export async function startRun(url: string, name: string): Promise<ClientLog> {
  const { run } = await post(url, 'runs/create', { experiment_id: '0', run_name: name, start_time: 1 });
  if (run === undefined) throw new Error('The server gave no run.');
  const artifactFolder = run.info.artifact_uri.replace(/^mlflow-artifacts:\//, '');
  return {
    runId: run.info.run_id,
    artifactFolder,
    steps: [],
    params: [],
    artifacts: [],
    unansweredSteps: [],
  };
}

/** Writes metrics, parameters and artifacts without end; returns when the server no longer answers. */
export async function writeUntilCut(url: string, log: ClientLog): Promise<void> {
  try {
    for (let round = 0; ; round += 1) await writeOnce(url, log, round);
  } catch {
    // The server was killed; what was answered until here is what must be there.
  }
}

async function writeOnce(url: string, log: ClientLog, round: number): Promise<void> {
  const steps =
    round % 3 === 0 ? [round * 10] : Array.from({ length: 10 }, (_each, index) => round * 10 + index);
  log.unansweredSteps.push(...steps);
  const metrics = steps.map((step) => ({ key: 'loss', value: valueAt(step), timestamp: 1000 + step, step }));
  const param = `param-${round}`;
  if (metrics.length === 1) await post(url, 'runs/log-metric', { run_id: log.runId, ...metrics[0] });
  else
    await post(url, 'runs/log-batch', {
      run_id: log.runId,
      metrics,
      params: [{ key: param, value: `value of ${param}` }],
    });
  if (metrics.length > 1) log.params.push(param);
  log.steps.push(...steps);
  log.unansweredSteps.length = 0;
  if (round % 5 !== 4) return;
  const name = `file-${round}.txt`;
  const address = `${url}/api/2.0/mlflow-artifacts/artifacts/${log.artifactFolder}/${name}`;
  await send(new Request(address, { method: 'PUT', body: contentOf(name) }));
  log.artifacts.push(name);
}

/** Reads back what a client may ask for. */
export async function readBack(url: string, log: ClientLog): Promise<FoundRun> {
  const { run } = await get(url, `runs/get?run_id=${log.runId}`);
  const { metrics } = await get(
    url,
    `metrics/get-history?run_id=${log.runId}&metric_key=loss&max_results=25000`,
  );
  const artifacts: Record<string, string> = {};
  for (const name of log.artifacts) {
    const response = await fetch(`${url}/api/2.0/mlflow-artifacts/artifacts/${log.artifactFolder}/${name}`);
    artifacts[name] = response.ok ? await response.text() : '';
  }
  return {
    points: metrics ?? [],
    params: Object.fromEntries((run?.data?.params ?? []).map(({ key, value }) => [key, value])),
    artifacts,
  };
}

interface Answer {
  readonly run?: {
    readonly info: { readonly run_id: string; readonly artifact_uri: string };
    readonly data?: { readonly params?: readonly { readonly key: string; readonly value: string }[] };
  };
  readonly metrics?: readonly { readonly step: number; readonly value: number }[];
}

async function post(url: string, path: string, body: unknown): Promise<Answer> {
  const init = { method: 'POST', headers: jsonType, body: JSON.stringify(body) };
  return send(new Request(`${url}/api/2.0/mlflow/${path}`, init));
}

async function get(url: string, path: string): Promise<Answer> {
  return send(new Request(`${url}/api/2.0/mlflow/${path}`));
}

async function send(request: Request): Promise<Answer> {
  const response = await fetch(request);
  if (!response.ok) throw new Error(`${request.url} answered ${response.status}: ${await response.text()}`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the known answers of three known calls
  return (await response.json()) as Answer;
}
