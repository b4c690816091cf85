import { findKeys } from '#server/sql/key-names.ts';
import type { Work } from '#server/ports/database.ts';
import type { KeyIds } from './run-filter.ts';
import { termsOf } from '#domain/filter/settle-filter.ts';
import type { RunSearch } from './run-search.types.ts';

/** The ids of the keys that a search speaks of; keys that no run has ever used are not among them. */
export function* keysOf({ filter, order }: RunSearch): Work<KeyIds> {
  const fields = [...termsOf(filter), ...order].map((term) => term.field);
  const keyed = fields.filter(({ entity }) => entity !== 'attribute' && entity !== 'dataset');
  return yield* findKeys([...new Set(keyed.map(({ key }) => key))]);
}
