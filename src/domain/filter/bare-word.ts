import { summaries } from './filter-ast.ts';
import { studioDialect } from './filter-dialects.ts';
import { keywords } from './filter-tokens.ts';

const characters = /^[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_$.:%@]|-(?!-))*$/u;

const reserved: ReadonlySet<string> = new Set(
  [...keywords, 'CONTAINS', ...summaries, ...Object.keys(studioDialect.attributes)].map((each) =>
    each.toLowerCase(),
  ),
);

/** Whether a text can stand without quotes and is nothing else in the language then. */
export function isBareWord(text: string): boolean {
  const entity = text.split('.')[0] ?? '';
  const isField = entity !== text && Object.hasOwn(studioDialect.entities, entity);
  return characters.test(text) && !isField && !reserved.has(text.toLowerCase());
}
