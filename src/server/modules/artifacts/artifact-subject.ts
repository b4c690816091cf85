/** What an artifact belongs to, for the audit trail and for those who watch. */
export interface ArtifactSubject {
  readonly subjectKind: 'run' | 'model' | 'artifact';
  readonly subjectId: string;
}

/** Reads it off the layout `[workspaces/<name>/]<experiment>/<run>/artifacts/…` or `…/models/<model>/artifacts/…`. */
export function subjectOf(path: string): ArtifactSubject {
  const match = /^(?:workspaces\/[^/]+\/)?\d+\/(models\/)?([\w-]+)\/artifacts(?:\/|$)/.exec(path);
  if (match === null) return { subjectKind: 'artifact', subjectId: path.slice(0, 250) };
  return { subjectKind: match[1] === undefined ? 'run' : 'model', subjectId: match[2] ?? '' };
}
