/** What `npm test` runs: every check in order, cheapest first, and one closing line over all of it. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { ensureBrowser } from './browser.ts';
import {
  one,
  parsePlaywrightReport,
  sum,
  type Tally,
  tallySchema,
  toClosingLine,
  withExit,
} from './tally.ts';
import { root, runTool, type Tool } from './tools.ts';

type Outcome = { readonly tally: Tally; readonly output: string; readonly note?: string };
type Step = { readonly name: string; run(): Promise<Outcome> };

const reports = await mkdtemp(join(tmpdir(), 'atelier-reports-'));
const vitestReporters = ['--reporter=default', '--reporter=./src/checks/tally.reporter.ts'];

const steps: readonly Step[] = [
  { name: 'format', run: () => check('prettier', ['--check', '.']) },
  { name: 'types', run: () => check('tsc', ['-b', '--pretty', 'false']) },
  { name: 'lint', run: () => check('oxlint', []) },
  { name: 'walls', run: () => vitest('walls') },
  { name: 'dead code', run: () => check('knip', []) },
  { name: 'unit and conformance', run: unit },
  { name: 'component', run: component },
  { name: 'build', run: build },
  { name: 'journeys', run: journeys },
];

async function check(tool: Tool, args: readonly string[]): Promise<Outcome> {
  const { exitCode, output } = await runTool(tool, args);
  return { tally: one(exitCode === 0), output };
}

async function vitest(project: string, ...args: string[]): Promise<Outcome> {
  const report = join(reports, `${project}.json`);
  const run = ['run', '--project', project, ...vitestReporters, ...args];
  const { exitCode, output } = await runTool('vitest', run, { env: { ATELIER_REPORT: report } });
  const tally = await readReport(report, (content) => tallySchema.parse(content));
  return { tally: withExit(tally, exitCode), output };
}

async function unit(): Promise<Outcome> {
  const outcome = await vitest('unit', '--coverage');
  return { ...outcome, note: await readCoverage() };
}

async function component(): Promise<Outcome> {
  process.env['ATELIER_BROWSER'] = ensureBrowser();
  return vitest('studio');
}

async function build(): Promise<Outcome> {
  const studio = await runTool('vite', ['build']);
  const demo = await runTool('vite', ['build', '--mode', 'demo']);
  const tally = sum([one(studio.exitCode === 0), one(demo.exitCode === 0)]);
  return { tally, output: studio.output + demo.output };
}

async function journeys(): Promise<Outcome> {
  process.env['ATELIER_BROWSER'] = ensureBrowser();
  const report = join(reports, 'journeys.json');
  const run = ['test', '--config', 'e2e/playwright.config.ts'];
  const { exitCode, output } = await runTool('playwright', run, { env: { ATELIER_REPORT: report } });
  return { tally: withExit(await readReport(report, parsePlaywrightReport), exitCode), output };
}

/** A runner that wrote no report has crashed. */
async function readReport(path: string, parse: (content: unknown) => Tally): Promise<Tally> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  return text === undefined ? one(false) : parse(JSON.parse(text));
}

const share = z.object({ pct: z.union([z.number(), z.string()]) });
const coverageSummary = z.object({ total: z.object({ lines: share, branches: share }) });

async function readCoverage(): Promise<string> {
  const text = await readFile(join(root, 'coverage/coverage-summary.json'), 'utf8').catch(() => undefined);
  if (text === undefined) return 'no coverage report';
  const { lines, branches } = coverageSummary.parse(JSON.parse(text)).total;
  return `coverage: ${lines.pct} % of lines, ${branches.pct} % of branches`;
}

async function runStep(step: Step): Promise<Tally> {
  const startedAtMs = Date.now();
  const outcome = await step
    .run()
    .catch((error: unknown): Outcome => ({ tally: one(false), output: String(error) }));
  const { tally, output, note } = outcome;
  const seconds = ((Date.now() - startedAtMs) / 1000).toFixed(1);
  if (tally.failed > 0) console.log(output);
  const counts = note === undefined ? toClosingLine(tally) : `${toClosingLine(tally)}; ${note}`;
  console.log(
    `${tally.failed === 0 ? 'ok    ' : 'FAILED'}  ${step.name.padEnd(22)} ${seconds.padStart(6)} s  ${counts}`,
  );
  return tally;
}

const tallies: Tally[] = [];
for (const step of steps) tallies.push(await runStep(step));
await rm(reports, { recursive: true, force: true });

const total = sum(tallies);
if (total.skipped.length > 0)
  console.log(`\nSkipped:\n${total.skipped.map((line) => `  ${line}`).join('\n')}`);
process.exitCode = total.failed === 0 ? 0 : 1;
console.log(`\n${toClosingLine(total)}`);
