import { expect, test } from 'vitest';
import { url } from './url.ts';

test.each([
  [url.home(), '/'],
  [url.home({ create: true }), '/?create=true'],
  [url.home({ create: false, archived: true }), '/?archived=true'],
  [url.workspace('vision'), '/w/vision'],
  [url.runs('vision', { filter: "params.lr = '0.1'" }), '/w/vision/runs?filter=params.lr+%3D+%270.1%27'],
  [url.runs('vision', { experiments: ['1', '2'] }), '/w/vision/runs?experiments=1,2'],
  [url.runs('vision', { experiments: [], filter: '' }), '/w/vision/runs'],
  [url.run('vision', 'a/b'), '/w/vision/runs/a%2Fb'],
  [
    url.compare('vision', ['a', 'b'], { metric: 'val_loss', smooth: 0.6 }),
    '/w/vision/compare?runs=a,b&metric=val_loss&smooth=0.6',
  ],
  [url.compare('vision'), '/w/vision/compare'],
  [url.activity('vision', { kind: 'run' }), '/w/vision/activity?kind=run'],
])('%s', (built, expected) => {
  expect(built).toBe(expected);
});

test('what was put into an address is read back from it', () => {
  const filter = `tags.a = 'x,y & z=1' and metrics."ü" > 0`;
  expect(new URL(url.runs('w', { filter }), 'http://x').searchParams.get('filter')).toBe(filter);
});
