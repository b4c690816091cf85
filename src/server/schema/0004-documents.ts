import type { Migration } from '#server/ports/migration.ts';

/** What people write beside the runs: saved views and reports, each version kept; and what they note on charts. */
export const documents: Migration = {
  version: 4,
  name: 'documents',
  statements: [
    // kind: 'view' or 'report'. `label` is what its list is narrowed by (a view's screen). The body is in the versions.
    `CREATE TABLE document (
      id {id},
      workspace_id {int} NOT NULL REFERENCES workspace(id),
      kind TEXT NOT NULL,
      label TEXT NOT NULL,
      name TEXT NOT NULL,
      visibility TEXT NOT NULL,
      owner_id TEXT NOT NULL,
      owner_name TEXT NOT NULL,
      version {int} NOT NULL,
      created_at_ms {int} NOT NULL,
      updated_at_ms {int} NOT NULL,
      updated_by TEXT NOT NULL,
      deleted_at_ms {int}
    )`,
    `CREATE INDEX document_by_workspace ON document (workspace_id, kind, updated_at_ms DESC, id)`,
    `CREATE TABLE document_version (
      document_id {int} NOT NULL REFERENCES document(id),
      version {int} NOT NULL,
      body TEXT NOT NULL,
      author TEXT NOT NULL,
      at_ms {int} NOT NULL,
      restored_from {int},
      PRIMARY KEY (document_id, version)
    )`,
    `CREATE TABLE default_view (
      experiment_id {int} PRIMARY KEY REFERENCES experiment(id),
      document_id {int} NOT NULL REFERENCES document(id)
    )`,
    // Data that a report holds still: lines or rows as they were, in the form their operation answers.
    `CREATE TABLE report_snapshot (
      id {id},
      workspace_id {int} NOT NULL REFERENCES workspace(id),
      kind TEXT NOT NULL,
      content {bytes} NOT NULL,
      author TEXT NOT NULL,
      at_ms {int} NOT NULL
    )`,

    // A note on a step or a range of a chart's x axis; of one run, or of all runs of an experiment.
    `CREATE TABLE annotation (
      id {id},
      workspace_id {int} NOT NULL REFERENCES workspace(id),
      experiment_id {int} NOT NULL REFERENCES experiment(id),
      run_id TEXT,
      metric TEXT,
      axis TEXT NOT NULL,
      from_x {real} NOT NULL,
      to_x {real} NOT NULL,
      text TEXT NOT NULL,
      author_id TEXT NOT NULL,
      author TEXT NOT NULL,
      created_at_ms {int} NOT NULL,
      edited_at_ms {int},
      resolved_at_ms {int},
      resolved_by TEXT,
      deleted_at_ms {int}
    )`,
    `CREATE INDEX annotation_by_experiment ON annotation (workspace_id, experiment_id, run_id)`,
    // A run that is purged takes its notes with it.
    `CREATE INDEX annotation_by_run ON annotation (run_id) WHERE run_id IS NOT NULL`,
    `CREATE TABLE annotation_reply (
      id {id},
      annotation_id {int} NOT NULL REFERENCES annotation(id),
      text TEXT NOT NULL,
      author_id TEXT NOT NULL,
      author TEXT NOT NULL,
      created_at_ms {int} NOT NULL
    )`,
    `CREATE INDEX annotation_reply_by_annotation ON annotation_reply (annotation_id, id)`,
  ],
};
