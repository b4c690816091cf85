/** Something said of a place on charts: written by somebody, or read from what a run carries. */
export interface ChartNote {
  readonly id: string;
  /** The axis as addresses name it. */
  readonly axis: string;
  readonly from: number;
  /** The same as `from` for a single place. */
  readonly to: number;
  /** The metric it stands on; absent: all. */
  readonly metric?: string | undefined;
  /** The run it speaks of; absent: all. */
  readonly runId?: string | undefined;
  readonly kind: 'note' | 'event';
  readonly text: string;
}

/** Those that belong on a chart, and lie in what it shows. */
export function notesOn(
  notes: readonly ChartNote[],
  { metric, axis, low, high }: { metric: string; axis: string; low: number; high: number },
): readonly ChartNote[] {
  return notes.filter(
    (note) =>
      note.axis === axis &&
      (note.metric === undefined || note.metric === metric) &&
      note.from <= high &&
      note.to >= low,
  );
}
