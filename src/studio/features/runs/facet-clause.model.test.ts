import { expect, test } from 'vitest';
import { chosenRange, chosenValues, withRange, withValueToggled } from './facet-clause.model.ts';
import { parseFacets, usualFacets, writeFacets } from './facets-view.model.ts';

const day = 86_400_000;

test('values are put in and taken out, and the rest of the filter stays', () => {
  const failed = withValueToggled("params.lr = '1' OR bert", 'status', 'FAILED') ?? '';
  expect(failed).toBe("(params.lr = '1' OR bert) AND status = 'FAILED'");
  const both = withValueToggled(failed, 'status', 'KILLED') ?? '';
  expect(both).toBe("(params.lr = '1' OR bert) AND status IN ('FAILED', 'KILLED')");
  expect(chosenValues(both, 'status')).toEqual(['FAILED', 'KILLED']);
  expect(withValueToggled(failed, 'status', 'FAILED')).toBe("params.lr = '1' OR bert");
  expect(withValueToggled('metrics.a >', 'status', 'FAILED')).toBeUndefined();
});

test('however the key is written, the clause is the same', () => {
  expect(chosenValues("tags.`team` = 'a' AND tag.team IN ('b')", 'tags.team')).toEqual(['a', 'b']);
  expect(chosenValues("tags.team != 'a' OR tags.team = 'b'", 'tags.team')).toEqual([]);
});

test('a range of days is written in dates, and read again', () => {
  const range = { from: Date.UTC(2026, 10, 21), to: Date.UTC(2026, 10, 21) + day };
  const filter = withRange('bert', 'start_time', range) ?? '';
  expect(filter).toBe("bert AND start_time >= '2026-11-21' AND start_time < '2026-11-22'");
  expect(chosenRange(filter, 'start_time')).toEqual(range);
  expect(withRange(filter, 'start_time', undefined)).toBe('bert');
});

test('a range of numbers takes the place of the one before', () => {
  const first = withRange('', 'metrics.`val/loss`', { from: 0.1, to: 0.2 }) ?? '';
  const second = withRange(first, 'metrics.`val/loss`', { from: 0.3, to: 0.4 });
  expect(second).toBe('metrics.`val/loss` >= 0.3 AND metrics.`val/loss` < 0.4');
});

test('which facets are shown is kept in the address, whatever their keys', () => {
  const terms = ['status', 'tags.`a, b`', 'metrics.`val/loss`'];
  expect(parseFacets(writeFacets(terms))).toEqual(terms);
  expect(parseFacets(null)).toEqual(usualFacets);
  expect(parseFacets('status\nnonsense(\nattributes.status')).toEqual(['status']);
});
