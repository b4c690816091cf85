/** A file of a run, as its viewers know it. */
export interface FilePlace {
  readonly workspace: string;
  readonly runId: string;
  readonly path: string;
}
