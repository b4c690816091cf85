import { viewDocument } from '#contract/views.ts';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSameView, toViewDocument, toViewSearch } from './view-document.model.ts';
import { chartParameters, screenParameters } from './view-parameters.ts';

describe('what an address says, as a document', () => {
  test('of the table of runs', () => {
    const search = new URLSearchParams(
      'experiments=3,4&filter=metrics.acc > 0.9&sort=-metrics.acc,started&columns=name~240,metrics.acc&view=all&v=7&panel=views',
    );
    expect(toViewDocument('runs', search)).toEqual({
      version: 1,
      screen: 'runs',
      experiments: ['3', '4'],
      filter: 'metrics.acc > 0.9',
      order: ['-metrics.acc', 'started'],
      columns: [{ term: 'name', width: 240 }, { term: 'metrics.acc' }],
      lifecycle: 'all',
    });
  });

  test('of a comparison with its charts', () => {
    const search = new URLSearchParams(
      'runs=a,b&baseline=a&smooth=0.6&log=1&columns=2&range=10..20&closed=val&closed=train&unheard=of',
    );
    expect(toViewDocument('compare', search)).toEqual({
      version: 1,
      screen: 'compare',
      runs: ['a', 'b'],
      baseline: 'a',
      charts: {
        smoothing: '0.6',
        logarithmic: true,
        columns: 2,
        zoom: '10..20',
        closedSections: ['val', 'train'],
      },
      rest: { unheard: ['of'] },
    });
  });

  test('what is not written as its part expects is kept as it stands', () => {
    const search = new URLSearchParams('log=yes&columns=02&tab=table&tab=charts&view=mine');
    expect(toViewDocument('compare', search).rest).toEqual({
      log: ['yes'],
      columns: ['02'],
      tab: ['table', 'charts'],
      view: ['mine'],
    });
    expect(toViewDocument('runs', new URLSearchParams('view=mine')).rest).toEqual({ view: ['mine'] });
  });
});

const names = [
  ...Object.keys(screenParameters.runs),
  ...Object.keys(chartParameters),
  'hide',
  'tab',
  'z',
  'ü',
];
const addresses = fc.array(
  fc.tuple(
    fc.constantFrom(...names),
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom('1', 'a,b', 'x~40,-y', '0.5', ''),
    ),
  ),
  { maxLength: 12 },
);

test.each(['runs', 'compare'] as const)('every address of %s comes back from its document', (screen) => {
  fc.assert(
    fc.property(addresses, (pairs) => {
      const search = new URLSearchParams(pairs.map(([name, text]) => [name, text]));
      const document = toViewDocument(screen, search);
      const back = toViewSearch(viewDocument.parse(JSON.parse(JSON.stringify(document))));
      search.sort();
      back.sort();
      expect([...back]).toEqual([...search]);
      expect(isSameView(document, toViewDocument(screen, back))).toBe(true);
    }),
  );
});
