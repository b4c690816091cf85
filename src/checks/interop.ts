/**
 * `npm run test:interop`: the real Python client of MLflow against a started Atelier.
 *
 * `--only AREA` runs one file of checks, `--url ADDRESS` drives a server that is already there.
 */
import { parseArgs } from 'node:util';
import { buildStudioIfStale } from '#main/studio-build.ts';
import { type CheckResult, runClient } from './interop/client-session.ts';
import { lookForFaults, type Sight } from './interop/studio-eyes.ts';
import { preparePython } from './interop/python-environment.ts';
import { removeHome, type ServerProcess, startServer } from './server-process.ts';
import { type Tally, toClosingLine } from './tally.ts';

const allAreas = ['tracking', 'search', 'artifacts', 'models', 'training', 'workspaces', 'restart', 'studio'];
const { values: options } = parseArgs({ options: { only: { type: 'string' }, url: { type: 'string' } } });
const areas = options.only === undefined ? allAreas : [options.only];

const tally = await run();
process.exitCode = tally.failed === 0 ? 0 : 1;
console.log(`\n${toClosingLine(tally)}`);

async function run(): Promise<Tally> {
  const environment = preparePython();
  if ('missing' in environment) {
    console.log(`skipped  the MLflow client: ${environment.missing}`);
    return { passed: 0, failed: 0, skipped: [environment.missing] };
  }
  if (options.url !== undefined) return drive(environment.python, options.url, async () => false);
  return driveOwnServer(environment.python);
}

async function driveOwnServer(python: string): Promise<Tally> {
  await buildStudioIfStale();
  let server: ServerProcess = await startServer();
  const port = Number(new URL(server.url).port);
  try {
    return await drive(python, server.url, async (how) => {
      await server.stop(how === 'kill' ? 'SIGKILL' : 'SIGTERM');
      server = await startServer({ home: server.home, port });
      return true;
    });
  } finally {
    await server.stop();
    await removeHome(server.home);
  }
}

async function drive(
  python: string,
  url: string,
  onRestart: (how: 'stop' | 'kill') => Promise<boolean>,
): Promise<Tally> {
  const results: CheckResult[] = [];
  const onResult = (result: CheckResult) => {
    results.push(result);
    report(result);
  };
  const onSee = async (wanted: Sight) => lookForFaults(url, wanted);
  const { exitCode, log } = await runClient({ python, url, areas, onResult, onRestart, onSee });
  const count = (status: CheckResult['status']) =>
    results.filter((result) => result.status === status).length;
  if (exitCode !== 0) console.log(`FAILED   the client's process ended with ${exitCode}:\n${log}`);
  return {
    passed: count('passed'),
    failed: count('failed') + (exitCode === 0 ? 0 : 1),
    skipped: results
      .filter(({ status }) => status === 'skipped')
      .map(({ name, detail }) => `${name}: ${detail}`),
  };
}

function report({ name, status, seconds, detail }: CheckResult): void {
  const word = status === 'failed' ? 'FAILED' : status;
  console.log(`${word.padEnd(8)} ${name} (${seconds.toFixed(1)} s)`);
  if (detail !== '') console.log(detail.trimEnd().replaceAll(/^/gm, '         '));
}
