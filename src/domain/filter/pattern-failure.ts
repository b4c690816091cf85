/** A mistake in a regular expression: the only thing that reading one throws. */
export class PatternFailure extends Error {
  /** The character that is wrong. */
  readonly at: number;
  /** What could stand there instead, for people. */
  readonly expected: readonly string[];

  constructor(message: string, at: number, expected: readonly string[] = []) {
    super(message);
    this.name = 'PatternFailure';
    this.at = at;
    this.expected = expected;
  }
}
