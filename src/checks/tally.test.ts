import { describe, expect, it } from 'vitest';
import { one, parsePlaywrightReport, sum, toClosingLine, withExit } from './tally.ts';

const test = (status: string, annotations: readonly object[] = []) => ({
  projectName: 'server',
  status,
  annotations,
});
const report = {
  errors: [],
  suites: [
    {
      title: 'runs.spec.ts',
      specs: [
        { title: 'opens', tests: [test('expected'), test('unexpected')] },
        { title: 'waits', tests: [test('skipped', [{ type: 'skip', description: 'needs a GPU' }])] },
      ],
      suites: [{ title: 'inner', specs: [{ title: 'stumbles', tests: [test('flaky')] }] }],
    },
  ],
};

describe('a report of Playwright', () => {
  it('counts tests at every depth; what passed only at the second try has failed', () => {
    expect(parsePlaywrightReport(report)).toEqual({
      passed: 1,
      failed: 2,
      skipped: ['server › waits: needs a GPU'],
    });
  });

  it('counts errors outside of tests', () => {
    expect(parsePlaywrightReport({ suites: [], errors: [{ message: 'no such file' }] }).failed).toBe(1);
  });
});

describe('a tally', () => {
  it('counts a bad exit without a failed test as one failure', () => {
    expect(withExit(one(true), 1)).toEqual({ passed: 1, failed: 1, skipped: [] });
    expect(withExit(one(false), 1)).toEqual(one(false));
    expect(withExit(one(true), 0)).toEqual(one(true));
  });

  it('closes with one line', () => {
    const total = sum([one(true), one(false), { passed: 3, failed: 0, skipped: ['a: why', 'b: why'] }]);
    expect(toClosingLine(total)).toBe('4 passed, 1 failed, 2 skipped');
  });
});
