import type { CellMarks } from './cell-marks.model.ts';
import type { PlacedColumn } from './column-layout.model.ts';
import type { PathOf } from './use-sparklines.ts';

/** What all rows share; made anew only when it changes, so that rows are not drawn for nothing. */
export interface RowContext {
  /** The address of the table: a run's lies below it. */
  readonly runsHref: string;
  readonly pinned: readonly PlacedColumn[];
  /** Those in sight, beside the pinned ones. */
  readonly columns: readonly PlacedColumn[];
  readonly exactTimes: boolean;
  readonly marks: CellMarks;
  readonly pathOf: PathOf;
}

/** How a row stands among others: below a parent or a group, with rows of its own below it. */
export interface RowPlace {
  /** Among the rows of its level, from 0. */
  readonly at: number;
  readonly depth: number;
  /** Rows of its own. */
  readonly below: number;
  readonly open: boolean;
}
