import type { Migration } from '#server/ports/migration.ts';

/** Which way a metric is better, said once for a workspace; and the run that an experiment is measured against. */
export const directionsAndBaselines: Migration = {
  version: 3,
  name: 'directions and baselines',
  statements: [
    `CREATE TABLE metric_setting (
      workspace_id {int} NOT NULL REFERENCES workspace(id),
      key_id {int} NOT NULL,
      direction TEXT NOT NULL,
      unit TEXT,
      set_by TEXT NOT NULL,
      set_at_ms {int} NOT NULL,
      PRIMARY KEY (workspace_id, key_id)
    ) {compact}`,
    // The public id of a run: one that is purged leaves nothing to point at, and the baseline is shown as gone.
    `ALTER TABLE experiment ADD COLUMN baseline_run_id TEXT`,
  ],
};
