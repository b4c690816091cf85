export type Lifecycle = 'active' | 'deleted';

export interface ExperimentRecord {
  readonly id: number;
  readonly workspaceId: number;
  readonly name: string;
  readonly artifactLocation: string;
  readonly lifecycle: Lifecycle;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  /** The public id of the run that its runs are measured against. */
  readonly baselineRunId: string | null;
}

export interface Tag {
  readonly key: string;
  readonly value: string;
}

export interface ExperimentWithTags extends ExperimentRecord {
  /** By key. */
  readonly tags: readonly Tag[];
}

/** Names one experiment of one workspace; an id of another workspace names nothing. */
export interface ExperimentKey {
  readonly workspaceId: number;
  readonly experimentId: number;
}
