import { entropyOf } from '#domain/diff/distinguish.ts';
import type { ConfigValue } from '#domain/diff/flatten-config.ts';
import { toNumber } from '#domain/diff/same-value.ts';
import type { CompareCell, CompareRow } from './compare-row.model.ts';
import { unionOf } from './union.model.ts';

/** What a run was given, by key. */
export type Given = ReadonlyMap<string, ConfigValue>;

/** One row a key, with what each run was given; `baseline` is the place of the baseline among them, or −1. */
export function textRows(given: readonly Given[], baseline: number): readonly CompareRow[] {
  const base = given[baseline];
  return unionOf(given.map((each) => [...each.keys()])).map((key) => {
    const values = given.map((each) => each.get(key));
    const meanings = values.map((value) => value?.meaning);
    const known = values.filter((value) => value !== undefined);
    const baseMeaning = base?.get(key)?.meaning;
    return {
      key,
      cells: values.map((value, index): CompareCell => ({
        ...(value === undefined ? {} : { text: value.text }),
        deviates: base !== undefined && index !== baseline && value?.meaning !== baseMeaning,
      })),
      differs: known.some((value) => value.meaning !== known[0]?.meaning),
      lacking: known.length > 0 && known.length < values.length,
      bits: entropyOf(meanings),
      numeric: known.length > 0 && known.every(({ text }) => toNumber(text) !== undefined),
    };
  });
}
