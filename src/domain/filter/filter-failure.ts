import type { Span } from './filter-ast.ts';

/** A mistake in a filter or order term: the only thing that reading one throws. */
export class FilterFailure extends Error {
  /** Characters of the text that are wrong, end exclusive; empty where something is missing. */
  readonly start: number;
  readonly end: number;
  /** What could stand there instead, for people. */
  readonly expected: readonly string[];

  /** @param message the words an MLflow server uses */
  constructor(message: string, span: Span, expected: readonly string[] = []) {
    super(message);
    this.name = 'FilterFailure';
    this.start = span.start;
    this.end = span.end;
    this.expected = expected;
  }
}
