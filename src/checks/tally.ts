/** Counts of tests, and how the runners' reports become them. */
import { z } from 'zod';

export type Tally = {
  readonly passed: number;
  readonly failed: number;
  /** One line for each skipped test: its name and why. */
  readonly skipped: readonly string[];
};

export const tallySchema = z.object({
  passed: z.number().int(),
  failed: z.number().int(),
  skipped: z.array(z.string()),
});

export const one = (ok: boolean): Tally => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: [] });

export function sum(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((total, tally) => total + tally.passed, 0),
    failed: tallies.reduce((total, tally) => total + tally.failed, 0),
    skipped: tallies.flatMap((tally) => tally.skipped),
  };
}

/** The line that closes every run of tests. */
export function toClosingLine(tally: Tally): string {
  return `${tally.passed} passed, ${tally.failed} failed, ${tally.skipped.length} skipped`;
}

/** A runner that ends badly although no test failed (a file that does not load, no tests) counts as one failure. */
export function withExit(tally: Tally, exitCode: number): Tally {
  return exitCode !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

const annotation = z.object({ type: z.string(), description: z.string().optional() });
const playwrightTest = z.object({
  projectName: z.string(),
  status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']),
  annotations: z.array(annotation),
});
const spec = z.object({ title: z.string(), tests: z.array(playwrightTest) });
type Suite = { title: string; specs: z.infer<typeof spec>[]; suites?: Suite[] | undefined };
const suite: z.ZodType<Suite> = z.object({
  title: z.string(),
  specs: z.array(spec),
  suites: z.lazy(() => z.array(suite)).optional(),
});
const playwrightReport = z.object({ suites: z.array(suite), errors: z.array(z.unknown()) });

/** Playwright's JSON report. A test that passed only when tried again has failed. */
export function parsePlaywrightReport(report: unknown): Tally {
  const { suites, errors } = playwrightReport.parse(report);
  const tests = suites.flatMap(listTests);
  return {
    passed: tests.filter(({ status }) => status === 'expected').length,
    failed:
      tests.filter(({ status }) => status === 'unexpected' || status === 'flaky').length + errors.length,
    skipped: tests
      .filter(({ status }) => status === 'skipped')
      .map(({ name, annotations }) => `${name}: ${toReason(annotations)}`),
  };
}

function listTests(of: Suite): (z.infer<typeof playwrightTest> & { name: string })[] {
  const own = of.specs.flatMap(({ title, tests }) =>
    tests.map((test) => ({ ...test, name: `${test.projectName} › ${title}` })),
  );
  return [...own, ...(of.suites ?? []).flatMap(listTests)];
}

function toReason(annotations: readonly z.infer<typeof annotation>[]): string {
  return (
    annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description ?? 'no reason given'
  );
}
