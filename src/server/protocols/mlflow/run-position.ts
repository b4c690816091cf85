import type { RunPosition } from '#server/modules/runs/run-search.types.ts';
import { z } from 'zod';
import { invalid } from './page-token.ts';

/** Numbers are written as text: JSON has no infinities. */
const placeSchema = z.tuple([
  z.array(
    z.union([
      z.tuple([z.int(), z.literal('number'), z.string()]),
      z.tuple([z.int(), z.literal('text'), z.string()]),
      z.tuple([z.int(), z.literal('none')]),
    ]),
  ),
  z.int(),
  z.string(),
]);

/** @param place what a page token holds; it came from outside */
export function parsePlace(place: unknown): RunPosition | undefined {
  if (place === undefined) return undefined;
  const parsed = placeSchema.safeParse(place);
  if (!parsed.success) throw invalid('Invalid page token: it is damaged. Ask for the first page again.');
  const [terms, startedAtMs, runId] = parsed.data;
  return {
    terms: terms.map(([rank, kind, value]) => {
      if (value === undefined) return { rank, value: null };
      return { rank, value: kind === 'number' ? Number(value) : value };
    }),
    startedAtMs,
    runId,
  };
}
