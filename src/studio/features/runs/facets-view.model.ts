import { FilterFailure } from '#domain/filter/filter-failure.ts';
import { printTerm } from '#domain/filter/filter-print.ts';
import { parseTerm } from '#domain/filter/term-parse.ts';

/** What is counted unless somebody chose otherwise. */
export const usualFacets: readonly string[] = ['status', 'experiment', 'user_id', 'start_time'];

/** More would be counted for nobody. */
export const mostFacets = 20;

/** One term a line: keys may hold any other character. */
export function parseFacets(text: string | null): readonly string[] {
  if (text === null) return usualFacets;
  const terms = text.split('\n').flatMap((each) => canonical(each) ?? []);
  return [...new Set(terms)].slice(0, mostFacets);
}

export function writeFacets(terms: readonly string[]): string {
  return terms.join('\n');
}

function canonical(text: string): string | undefined {
  try {
    return printTerm(parseTerm(text));
  } catch (error) {
    if (error instanceof FilterFailure) return undefined;
    throw error;
  }
}

const attributeLabels: Readonly<Record<string, string>> = {
  status: 'Status',
  experiment: 'Experiment',
  user_id: 'User',
  start_time: 'Started (UTC)',
  end_time: 'Ended (UTC)',
  run_name: 'Run name',
  duration: 'Duration (ms)',
};

/** What a facet is called, and what kind of thing it is. */
export function facetLabel(term: string): { readonly name: string; readonly kind: string } {
  const { field, summary } = parseTerm(term);
  if (field.entity === 'attribute') return { name: attributeLabels[field.key] ?? field.key, kind: '' };
  return { name: summary === undefined ? field.key : `${summary}(${field.key})`, kind: field.entity };
}
