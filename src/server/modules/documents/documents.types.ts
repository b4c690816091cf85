export type DocumentKind = 'view' | 'report';
export type Visibility = 'private' | 'shared';

export interface DocumentRecord {
  readonly id: number;
  readonly workspaceId: number;
  readonly kind: DocumentKind;
  /** What its list is narrowed by: of a view, its screen. */
  readonly label: string;
  readonly name: string;
  readonly visibility: Visibility;
  readonly ownerId: string;
  readonly ownerName: string;
  /** The newest. */
  readonly version: number;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  readonly updatedBy: string;
  readonly deletedAtMs: number | null;
}

export interface DocumentWithBody extends DocumentRecord {
  readonly body: string;
}

/** Names a document as one person sees it: those private to somebody else are not there. */
export interface DocumentKey {
  readonly workspaceId: number;
  readonly kind: DocumentKind;
  readonly id: number;
  readonly personId: string;
}

export interface DocumentVersionRecord {
  readonly version: number;
  readonly author: string;
  readonly atMs: number;
  readonly restoredFrom: number | null;
}
