import type { Delta } from '#domain/metric/delta.ts';
import type { Direction } from '#domain/metric/direction.ts';

export interface CompareCell {
  /** Absent where the run has no such thing. */
  readonly text?: string;
  /** Where it is a metric's. */
  readonly value?: number;
  /** Against the baseline, for metrics. */
  readonly delta?: Delta;
  /** Not what the baseline has. */
  readonly deviates: boolean;
  /** None is better, by the metric's direction. */
  readonly best?: boolean;
}

export interface CompareRow {
  readonly key: string;
  /** One for each run, in their order. */
  readonly cells: readonly CompareCell[];
  /** Those that have it do not agree. */
  readonly differs: boolean;
  /** Some runs have it and some do not. */
  readonly lacking: boolean;
  /** Of a metric. */
  readonly direction?: Direction;
  /** How much it tells the runs apart, in bits. */
  readonly bits: number;
  /** How strongly it goes with the metric asked for, −1 to 1. */
  readonly goesWith?: number | undefined;
  /** All that it holds are numbers, be they spelled as text. */
  readonly numeric: boolean;
}

export interface CompareSection {
  readonly title: string;
  readonly rows: readonly CompareRow[];
}

export interface CompareTable {
  readonly sections: readonly CompareSection[];
  /** Rows left out because all runs agree. */
  readonly agreeing: number;
  /** Rows left out because they differ only in that some runs did not log them. */
  readonly lacking: number;
}
