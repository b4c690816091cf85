import { parseTerm } from '#domain/filter/term-parse.ts';

/** A value term as a chart names it: the key without its kind and quotes, `best val/loss` for a summary. */
export function labelTerm(term: string): string {
  try {
    const { field, summary, step } = parseTerm(term);
    if (summary === undefined) return field.key;
    return summary === 'at' ? `${field.key} at step ${step ?? 0}` : `${summary} ${field.key}`;
  } catch {
    return term;
  }
}
