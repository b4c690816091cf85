import type { Entity, Span } from '#domain/filter/filter-ast.ts';
import { completeFilter, type Completion } from '#domain/filter/filter-complete.ts';
import { runDialect } from '#domain/filter/filter-dialects.ts';
import { FilterFailure } from '#domain/filter/filter-failure.ts';
import { parseFilter } from '#domain/filter/filter-parse.ts';
import { printField } from '#domain/filter/filter-print.ts';
import { nameFilter } from './status-facet.model.ts';

/** What is wrong with a filter being written, where, and what would fit there. */
export interface FilterMistake {
  readonly message: string;
  readonly span: Span;
  readonly expected: readonly string[];
}

export function findMistake(text: string): FilterMistake | undefined {
  if (text.trim() === '') return undefined;
  try {
    parseFilter(text, runDialect);
    return undefined;
  } catch (error) {
    if (!(error instanceof FilterFailure)) throw error;
    const { message, start, end, expected } = error;
    return { message, span: { start, end }, expected };
  }
}

const plainWords = /^[\p{L}\p{N}_\-. ]+$/u;

/** Text that is no filter but plain words: a search of names. */
export function asNameSearch(text: string): string | undefined {
  const words = text.trim();
  if (words === '' || !plainWords.test(words) || findMistake(text) === undefined) return undefined;
  return nameFilter(words);
}

export interface Suggestion {
  readonly label: string;
  /** How many runs have it, where that is known. */
  readonly runs?: number;
  /** The whole text once it is taken, and where the cursor is then. */
  readonly text: string;
  readonly cursor: number;
}

export type KnownKeys = Partial<Record<Entity, readonly { readonly key: string; readonly runs: number }[]>>;

const mostSuggestions = 12;

/** What may come at the cursor, best first. */
export function suggest(text: string, cursor: number, known: KnownKeys): readonly Suggestion[] {
  const completion = completeFilter(text, cursor, runDialect);
  const typed = completion.typed.replaceAll(/[`'"]/g, '').toLowerCase();
  return optionsOf(completion, known)
    .map((option) => ({ option, rank: rankOf(option.label.toLowerCase(), typed) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .slice(0, mostSuggestions)
    .map(({ option }) => insert(text, completion, option));
}

interface Option {
  readonly label: string;
  readonly runs?: number;
  readonly written: string;
}

function optionsOf(completion: Completion, known: KnownKeys): readonly Option[] {
  switch (completion.expects) {
    case 'field':
      return completion.options.map((label) => ({
        label,
        written: label.endsWith('.') ? label : `${label} `,
      }));
    case 'key': {
      const { entity, options } = completion;
      const keys = known[entity]?.map(({ key, runs }) => ({
        label: key,
        runs,
        written: keyText(entity, key),
      }));
      return keys ?? options.map((label) => ({ label, written: keyText(entity, label) }));
    }
    case 'operator':
      return completion.options.map((label) => ({ label, written: `${label} ` }));
    case 'value':
      return completion.options.map((label) => ({ label, written: `'${label}' ` }));
    case 'separator':
      return [{ label: 'AND', written: 'AND ' }];
  }
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
  return {
    label: option.label,
    ...(option.runs === undefined ? {} : { runs: option.runs }),
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
