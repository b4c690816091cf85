import { settleFilter } from '#domain/filter/settle-filter.ts';
import { parseStudioFilter } from '#domain/filter/studio-parse.ts';
import { parseTerm } from '#domain/filter/term-parse.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#server/ports/database.ts';
import { readFacets } from './run-facets.queries.ts';
import type { OpenWorld } from './run-search.suite.ts';
import { type InventedRun, worldWorkspaceId } from './run-world.suite.ts';

const day = 86_400_000;

function invent(index: number): InventedRun {
  return {
    runId: `r${index}`,
    experimentId: index % 4 === 0 ? 2 : 1,
    lifecycle: index === 11 ? 'deleted' : 'active',
    name: `run ${index}`,
    status: index % 3 === 0 ? 'FAILED' : 'FINISHED',
    startedAtMs: Math.floor(index / 5) * day,
    endedAtMs: null,
    metrics: index < 10 ? { acc: index } : {},
    params: { opt: index < 6 ? 'adam' : 'sgd', lr: String(index / 10) },
    tags: index === 0 ? { team: 'a' } : {},
    datasets: [],
  };
}

const counts = (facet: { values: readonly { value: string; runs: number }[] } | undefined) =>
  facet?.values.map(({ value, runs }) => [value, runs]);

/** Counts by facets, the same in every database. */
export function runFacetsSuite(name: string, open: OpenWorld, skipReason?: string): void {
  const title = skipReason === undefined ? name : `${name} (skipped: ${skipReason})`;
  describe.skipIf(skipReason !== undefined)(`${title}: facets`, () => {
    let database: Database;
    let close: () => Promise<void>;
    beforeAll(async () => {
      const opened = await open(Array.from({ length: 12 }, (_none, index) => invent(index)));
      database = opened.database;
      close = () => opened.close();
    });
    afterAll(() => close());

    async function facetsOf(filter: string, terms: readonly string[], experimentIds?: readonly number[]) {
      const search = {
        workspaceId: worldWorkspaceId,
        experimentIds,
        view: 'active',
        order: [],
        filter: settleFilter(parseStudioFilter(filter), 0),
      } as const;
      const query = { search, terms: terms.map((text) => parseTerm(text)), limit: 3 };
      return database.read(readFacets, query);
    }

    it('count values under the filter, the most frequent first', async () => {
      const { facets, matching } = await facetsOf("params.opt = 'adam'", [
        'status',
        'experiment',
        'tags.team',
      ]);
      expect(matching).toBe(6);
      expect(facets.map(counts)).toEqual([
        [
          ['FINISHED', 4],
          ['FAILED', 2],
        ],
        [
          ['experiment 1', 4],
          ['experiment 2', 2],
        ],
        [['a', 1]],
      ]);
      expect(facets.map(({ runs, distinct }) => [runs, distinct])).toEqual([
        [6, 2],
        [6, 2],
        [1, 1],
      ]);
    });

    it('leave out what the filter says of themselves, and nothing else', async () => {
      const filter = "(status = 'FAILED' OR status = 'KILLED') AND params.opt = 'adam'";
      const { facets, matching } = await facetsOf(filter, ['status', 'params.opt', 'user_id']);
      expect(matching).toBe(2);
      expect(facets.map(counts)).toEqual([
        [
          ['FINISHED', 4],
          ['FAILED', 2],
        ],
        [
          ['adam', 2],
          ['sgd', 2],
        ],
        [['ada', 2]],
      ]);
    });

    it('look beyond the chosen experiments only where experiments are counted', async () => {
      const { facets, matching } = await facetsOf('', ['experiment', 'status'], [2]);
      expect(matching).toBe(3);
      expect(facets.map(counts)).toEqual([
        [
          ['experiment 1', 8],
          ['experiment 2', 3],
        ],
        [
          ['FINISHED', 2],
          ['FAILED', 1],
        ],
      ]);
    });

    it('tell days, and numbers in steps', async () => {
      const { facets } = await facetsOf('', ['start_time', 'metrics.acc', 'params.lr', 'metrics.nope']);
      expect(facets[0]?.histogram).toEqual({ least: 0, width: day, runs: [5, 5, 1] });
      expect(facets[1]).toMatchObject({ runs: 10, values: [], histogram: { least: 0 } });
      expect(facets[2]).toMatchObject({ distinct: 11, histogram: { least: 0 } });
      expect(facets[2]?.values).toHaveLength(3);
      expect(facets[3]).toMatchObject({ runs: 0, histogram: null });
    });
  });
}
