/** A run that notes may be about. */
export interface NotedRun {
  readonly runId: string;
  readonly name: string;
  readonly experimentId: string;
  readonly experimentName: string;
}

/** What the charts show just now: where a new note stands unless said otherwise. */
export interface NotePlace {
  readonly axis: string;
  readonly metric: string;
  readonly range: readonly [from: number, to: number] | undefined;
}
