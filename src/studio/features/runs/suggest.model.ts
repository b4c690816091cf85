import type { Entity } from '#domain/filter/filter-ast.ts';
import { printField } from '#domain/filter/filter-print.ts';
import { type Completion, completeStudioFilter } from '#domain/filter/studio-complete.ts';

export interface Suggestion {
  readonly label: string;
  /** What kind of thing it is, or an example of its values. */
  readonly note?: string;
  /** How many runs have it, where that is known. */
  readonly runs?: number;
  /** A filter by itself, to be applied at once. */
  readonly whole?: true;
  /** The whole text once it is taken, and where the cursor is then. */
  readonly text: string;
  readonly cursor: number;
}

/** A key in use. */
export interface KnownKey {
  readonly key: string;
  readonly runs: number;
  readonly kind?: 'number' | 'text';
  readonly examples?: readonly string[];
}

export type KnownKeys = Partial<Record<Entity, readonly KnownKey[]>>;

/** A value that runs have, of the term that is being compared. */
export interface KnownValue {
  readonly value: string;
  readonly runs: number;
}

const mostSuggestions = 12;

/** What may come at the cursor, best first. */
export function suggest(
  text: string,
  cursor: number,
  known: KnownKeys,
  values: readonly KnownValue[] = [],
): readonly Suggestion[] {
  const completion = completeStudioFilter(text, cursor);
  const typed = plain(completion.typed);
  return optionsOf(completion, known, values)
    .map((option) => ({ option, rank: rankOf(plain(option.label), typed) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .slice(0, mostSuggestions)
    .map(({ option }) => insert(text, completion, option));
}

function plain(text: string): string {
  return text.replaceAll(/[`'"]/g, '').toLowerCase();
}

interface Option {
  readonly label: string;
  readonly note?: string;
  readonly runs?: number;
  readonly written: string;
}

function optionsOf(
  completion: Completion,
  known: KnownKeys,
  values: readonly KnownValue[],
): readonly Option[] {
  switch (completion.expects) {
    case 'field': {
      const fields = completion.options.map((label) => ({
        label: label.trim(),
        written: /[.\s]$/.test(label) ? label : `${label} `,
      }));
      // A key may be found by any part of its name, without its entity.
      return completion.typed === '' ? fields : [...fields, ...allKeys(known)];
    }
    case 'key': {
      const { entity, options } = completion;
      const keys = known[entity]?.map((each) => ({ ...described(each), written: keyText(entity, each.key) }));
      return keys ?? options.map((label) => ({ label, written: keyText(entity, label) }));
    }
    case 'value':
      return [
        ...values.map(({ value, runs }) => ({ label: quoted(value, completion), runs, written: '' })),
        ...completion.options.map((label) => ({ label, written: '' })),
      ]
        .filter((option, index, all) => all.findIndex((each) => each.label === option.label) === index)
        .map((option) => ({ ...option, written: `${option.label}${completion.isList ? ', ' : ' '}` }));
    default:
      return completion.options.map((label) => ({ label, written: `${label} ` }));
  }
}

function described({ key, runs, kind, examples = [] }: KnownKey): Omit<Option, 'written'> {
  const note = [...(kind === 'number' ? ['number'] : []), ...examples.slice(0, 2)].join(' · ');
  return { label: key, runs, ...(note === '' ? {} : { note }) };
}

function allKeys(known: KnownKeys): readonly Option[] {
  return (['metric', 'parameter', 'tag'] as const).flatMap((entity) =>
    (known[entity] ?? []).map((each) => {
      const written = printField({ entity, key: each.key });
      return { ...described(each), label: written, written: `${written} ` };
    }),
  );
}

/** A number needs no quotes where numbers are compared. */
function quoted(value: string, { valueKind }: Extract<Completion, { expects: 'value' }>): string {
  if (valueKind === 'number') return value;
  return value.includes("'") ? `"${value}"` : `'${value}'`;
}

/** The key as it is written behind `entity.`, quoted where it must be. */
function keyText(entity: Entity, key: string): string {
  const written = printField({ entity, key });
  return `${written.slice(entity === 'attribute' ? 0 : written.indexOf('.') + 1)} `;
}

function insert(text: string, { replace }: Completion, option: Option): Suggestion {
  const before = text.slice(0, replace.start);
  const apart = before === '' || /[\s.(]$/.test(before) ? '' : ' ';
  const begin = `${before}${apart}${option.written}`;
  const { label, note, runs } = option;
  return {
    label,
    ...(note === undefined ? {} : { note }),
    ...(runs === undefined ? {} : { runs }),
    text: `${begin}${text.slice(replace.end).trimStart()}`,
    cursor: begin.length,
  };
}

function rankOf(label: string, typed: string): number {
  if (typed === '') return 1;
  // What stands there already needs no suggestion.
  if (label === typed) return 0;
  if (label.startsWith(typed)) return 3;
  return label.includes(typed) ? 2 : 0;
}
