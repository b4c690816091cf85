/** The workspace that a call is about, as the database holds it. */
export interface WorkspaceScope {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly createdAtMs: number;
  readonly archivedAtMs: number | null;
  /** The experiment that runs without one go to; experiment id `0` in MLflow's calls means this one. */
  readonly defaultExperimentId: number;
}
