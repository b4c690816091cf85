import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { type ExploreView, parseExploreView, writeExploreView } from './explore-view.model.ts';

const view: fc.Arbitrary<ExploreView> = fc.record({
  experiments: fc.uniqueArray(fc.nat().map(String), { maxLength: 3 }),
  filter: fc.string(),
  runs: fc.option(fc.constant(['a'.repeat(32), 'b'.repeat(32)]), { nil: undefined }),
  baseline: fc.option(fc.constant('c'.repeat(32)), { nil: undefined }),
  charts: fc.option(
    fc.array(
      fc.record({
        kind: fc.constantFrom('scatter' as const, 'bar' as const),
        terms: fc.subarray(['params.`a,b&c=d`', 'metrics.loss']),
      }),
      { maxLength: 4 },
    ),
    { nil: undefined },
  ),
});

it('an address says what it was written for, and keeps what is not its own', () => {
  fc.assert(
    fc.property(view, (wanted) => {
      const search = writeExploreView(new URLSearchParams('other=1&filter=old&chart=bar:x'), wanted);
      expect(parseExploreView(new URLSearchParams(search.toString()))).toEqual(wanted);
      expect(search.get('other')).toBe('1');
    }),
  );
});

it.each(['runs=%00,../x', 'experiments=1e5,-2,x', 'baseline=<script>', 'chart=pie:x&chart='])(
  'takes %s for nothing',
  (text) => {
    const { runs, experiments, baseline, charts } = parseExploreView(new URLSearchParams(text));
    expect({ runs, experiments, baseline, charts: charts ?? [] }).toEqual({
      runs: undefined,
      experiments: [],
      baseline: undefined,
      charts: [],
    });
  },
);
