export interface AnnotationKey {
  readonly workspaceId: number;
  readonly annotationId: number;
}

export interface AnnotationRecord {
  readonly id: number;
  readonly experimentId: number;
  readonly runId: string | null;
  readonly metric: string | null;
  readonly axis: string;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly author: string;
  readonly createdAtMs: number;
  readonly editedAtMs: number | null;
  readonly resolvedAtMs: number | null;
  readonly resolvedBy: string | null;
  readonly deletedAtMs: number | null;
}

export interface ReplyRecord {
  readonly id: number;
  readonly annotationId: number;
  readonly text: string;
  readonly author: string;
  readonly createdAtMs: number;
}

export interface AnnotationWithReplies extends AnnotationRecord {
  readonly replies: readonly ReplyRecord[];
}
