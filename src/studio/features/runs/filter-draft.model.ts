import type { AllOf, Span } from '#domain/filter/filter-ast.ts';
import { FilterFailure } from '#domain/filter/filter-failure.ts';
import { isPlainFilter, parseStudioFilter } from '#domain/filter/studio-parse.ts';

/** What is wrong with a filter being written, where, and what would fit there. */
export interface FilterMistake {
  readonly message: string;
  readonly span: Span;
  readonly expected: readonly string[];
}

/** What a text says: a filter, or a mistake. */
export type ReadFilter =
  | { readonly filter: AllOf; readonly mistake: undefined }
  | { readonly filter: undefined; readonly mistake: FilterMistake };

export function readFilter(text: string): ReadFilter {
  try {
    return { filter: parseStudioFilter(text), mistake: undefined };
  } catch (error) {
    if (!(error instanceof FilterFailure)) throw error;
    const { message, start, end, expected } = error;
    return { filter: undefined, mistake: { message, span: { start, end }, expected } };
  }
}

export function findMistake(text: string): FilterMistake | undefined {
  return readFilter(text).mistake;
}

/** Who understands the filter: any MLflow server, or Atelier alone; `undefined` where there is none. */
export function dialectOf(text: string): 'MLflow' | 'extended' | undefined {
  if (text.trim() === '' || findMistake(text) !== undefined) return undefined;
  return isPlainFilter(text) ? 'MLflow' : 'extended';
}
