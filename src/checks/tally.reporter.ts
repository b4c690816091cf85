/** A reporter for Vitest: writes the run's tally, with the reasons of its skips, to the file ATELIER_REPORT names. */
import { writeFile } from 'node:fs/promises';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import type { Tally } from './tally.ts';

class TallyReporter implements Reporter {
  async onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): Promise<void> {
    const path = process.env['ATELIER_REPORT'];
    if (path === undefined) return;
    await writeFile(path, JSON.stringify(toTally(modules, errors.length)));
  }
}

function toTally(modules: readonly TestModule[], unhandled: number): Tally {
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const broken = modules.filter((module) => module.state() === 'failed' && !hasFailedTest(module));
  const states = tests.map((test) => test.result().state);
  return {
    passed: states.filter((state) => state === 'passed').length,
    failed:
      states.filter((state) => state === 'failed' || state === 'pending').length + broken.length + unhandled,
    skipped: tests.filter((test) => test.result().state === 'skipped').map(toSkip),
  };
}

function hasFailedTest(module: TestModule): boolean {
  return [...module.children.allTests()].some((test) => test.result().state === 'failed');
}

function toSkip(test: TestCase): string {
  const result = test.result();
  const note = result.state === 'skipped' ? result.note : undefined;
  return `${test.module.project.name} › ${test.fullName}: ${note ?? 'no reason given'}`;
}

// oxlint-disable-next-line import/no-default-export -- Vitest loads a reporter by its default export
export default TallyReporter;
