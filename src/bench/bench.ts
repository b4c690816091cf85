import type { Result } from './result.ts';

/** A benchmark: `--only` picks those whose name begins with what is given. */
export interface Bench {
  readonly name: string;
  run(this: void): Promise<readonly Result[]>;
}
