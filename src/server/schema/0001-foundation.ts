import type { Migration } from '#server/ports/migration.ts';

/** Workspaces, people, the audit trail, experiments, runs and everything a run carries. */
export const foundation: Migration = {
  version: 1,
  name: 'foundation',
  statements: [
    `CREATE TABLE person (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      created_at_ms {int} NOT NULL
    )`,
    `CREATE TABLE workspace (
      id {id},
      slug TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      description TEXT NOT NULL,
      created_at_ms {int} NOT NULL,
      archived_at_ms {int},
      default_experiment_id {int}
    )`,
    `CREATE TABLE member (
      workspace_id {int} NOT NULL REFERENCES workspace(id),
      person_id TEXT NOT NULL REFERENCES person(id),
      role TEXT NOT NULL,
      PRIMARY KEY (workspace_id, person_id)
    ) {compact}`,
    `CREATE TABLE audit_event (
      id {id},
      workspace_id {int} NOT NULL,
      at_ms {int} NOT NULL,
      person_id TEXT NOT NULL,
      actor_name TEXT NOT NULL,
      via TEXT NOT NULL,
      action TEXT NOT NULL,
      subject_kind TEXT NOT NULL,
      subject_id TEXT NOT NULL,
      detail TEXT NOT NULL,
      event_count {int} NOT NULL
    )`,
    `CREATE INDEX audit_event_by_workspace ON audit_event (workspace_id, id)`,
    `CREATE INDEX audit_event_by_subject ON audit_event (workspace_id, subject_kind, subject_id, id)`,

    // Keys of metrics, parameters and tags are few and long: stored once, referred to by a small number.
    `CREATE TABLE key_name (
      id {id},
      name TEXT NOT NULL UNIQUE
    )`,

    `CREATE TABLE experiment (
      id {id},
      workspace_id {int} NOT NULL REFERENCES workspace(id),
      name TEXT NOT NULL,
      artifact_location TEXT NOT NULL,
      lifecycle TEXT NOT NULL,
      created_at_ms {int} NOT NULL,
      updated_at_ms {int} NOT NULL,
      UNIQUE (workspace_id, name)
    )`,
    `CREATE TABLE experiment_tag (
      experiment_id {int} NOT NULL,
      tag_key TEXT NOT NULL,
      tag_value TEXT NOT NULL,
      PRIMARY KEY (experiment_id, tag_key)
    ) {compact}`,

    // `id` is internal and small; `run_id` is the 32 hex characters that clients see.
    `CREATE TABLE run (
      id {id},
      run_id TEXT NOT NULL UNIQUE,
      workspace_id {int} NOT NULL,
      experiment_id {int} NOT NULL REFERENCES experiment(id),
      name TEXT NOT NULL,
      user_id TEXT NOT NULL,
      status TEXT NOT NULL,
      started_at_ms {int} NOT NULL,
      ended_at_ms {int},
      lifecycle TEXT NOT NULL,
      deleted_at_ms {int},
      artifact_uri TEXT NOT NULL,
      created_by TEXT NOT NULL,
      created_at_ms {int} NOT NULL,
      updated_at_ms {int} NOT NULL
    )`,
    `CREATE INDEX run_by_experiment ON run (experiment_id, lifecycle, started_at_ms DESC, run_id, workspace_id)`,
    `CREATE INDEX run_by_workspace ON run (workspace_id, lifecycle, started_at_ms DESC, run_id, experiment_id)`,
    `CREATE INDEX run_by_status ON run (workspace_id, status, lifecycle)`,

    `CREATE TABLE param (
      run {int} NOT NULL,
      key_id {int} NOT NULL,
      value TEXT NOT NULL,
      PRIMARY KEY (run, key_id)
    ) {compact}`,
    `CREATE INDEX param_by_value ON param (key_id, value, run)`,
    `CREATE TABLE tag (
      run {int} NOT NULL,
      key_id {int} NOT NULL,
      value TEXT NOT NULL,
      PRIMARY KEY (run, key_id)
    ) {compact}`,
    `CREATE INDEX tag_by_value ON tag (key_id, value, run)`,

    // One series a run and metric key. The summary answers searches; the points are in metric_block.
    // `last_*` is the point with the greatest (step, time, value), as MLflow defines the latest metric.
    `CREATE TABLE series (
      id {id},
      run {int} NOT NULL,
      key_id {int} NOT NULL,
      last_value {real},
      last_is_nan {int} NOT NULL,
      last_step {int} NOT NULL,
      last_at_ms {int} NOT NULL,
      min_step {int} NOT NULL,
      min_at_ms {int} NOT NULL,
      max_at_ms {int} NOT NULL,
      min_value {real},
      max_value {real},
      point_count {int} NOT NULL,
      nan_count {int} NOT NULL,
      infinity_count {int} NOT NULL,
      last_dataset_name TEXT,
      last_dataset_digest TEXT,
      last_model_id TEXT,
      UNIQUE (run, key_id)
    )`,
    `CREATE INDEX series_by_value ON series (key_id, last_value, run)`,

    // What was acknowledged but not yet folded into blocks: one row a logging call. Folding empties it.
    `CREATE TABLE metric_journal (
      id {id},
      run {int} NOT NULL,
      point_count {int} NOT NULL,
      points {bytes} NOT NULL
    )`,
    `CREATE INDEX metric_journal_by_run ON metric_journal (run, id, point_count)`,

    // Packed points in order of arrival: 1,024 a block, save the last, which grows.
    `CREATE TABLE metric_block (
      series_id {int} NOT NULL,
      block_number {int} NOT NULL,
      point_count {int} NOT NULL,
      min_step {int} NOT NULL,
      max_step {int} NOT NULL,
      min_at_ms {int} NOT NULL,
      max_at_ms {int} NOT NULL,
      points {bytes} NOT NULL,
      PRIMARY KEY (series_id, block_number)
    ) {compact}`,
    // Buckets over 32 full blocks, along steps and along times, two to the power of width_exponent wide. Apart from
    // the points, so that a chart of long series reads these alone.
    `CREATE TABLE metric_summary (
      series_id {int} NOT NULL,
      axis TEXT NOT NULL,
      group_number {int} NOT NULL,
      width_exponent {int} NOT NULL,
      buckets {bytes} NOT NULL,
      PRIMARY KEY (series_id, axis, group_number)
    ) {compact}`,

    `CREATE TABLE dataset (
      id {id},
      experiment_id {int} NOT NULL,
      name TEXT NOT NULL,
      digest TEXT NOT NULL,
      source_type TEXT NOT NULL,
      source TEXT NOT NULL,
      schema_text TEXT,
      profile TEXT,
      UNIQUE (experiment_id, name, digest)
    )`,
    `CREATE TABLE run_dataset (
      run {int} NOT NULL,
      dataset_id {int} NOT NULL,
      tags TEXT NOT NULL,
      context TEXT,
      PRIMARY KEY (run, dataset_id)
    ) {compact}`,
    `CREATE INDEX run_dataset_by_dataset ON run_dataset (dataset_id, run)`,

    `CREATE TABLE logged_model (
      id {id},
      model_id TEXT NOT NULL UNIQUE,
      workspace_id {int} NOT NULL,
      experiment_id {int} NOT NULL,
      name TEXT NOT NULL,
      model_type TEXT NOT NULL,
      status TEXT NOT NULL,
      status_message TEXT,
      source_run_id TEXT,
      artifact_uri TEXT NOT NULL,
      lifecycle TEXT NOT NULL,
      created_at_ms {int} NOT NULL,
      updated_at_ms {int} NOT NULL
    )`,
    `CREATE INDEX logged_model_by_experiment ON logged_model (experiment_id, lifecycle, created_at_ms)`,
    `CREATE TABLE logged_model_param (
      model {int} NOT NULL,
      param_key TEXT NOT NULL,
      param_value TEXT NOT NULL,
      PRIMARY KEY (model, param_key)
    ) {compact}`,
    `CREATE TABLE logged_model_tag (
      model {int} NOT NULL,
      tag_key TEXT NOT NULL,
      tag_value TEXT NOT NULL,
      PRIMARY KEY (model, tag_key)
    ) {compact}`,
    `CREATE TABLE logged_model_metric (
      model {int} NOT NULL,
      metric_key TEXT NOT NULL,
      at_ms {int} NOT NULL,
      step {int} NOT NULL,
      run_id TEXT NOT NULL,
      value {real},
      is_nan {int} NOT NULL,
      dataset_name TEXT NOT NULL,
      dataset_digest TEXT NOT NULL,
      PRIMARY KEY (model, metric_key, at_ms, step, run_id, dataset_name, dataset_digest)
    ) {compact}`,
    // direction: 'input' (the run used the model) or 'output' (the run made it, at `step`).
    `CREATE TABLE run_model (
      run {int} NOT NULL,
      model_id TEXT NOT NULL,
      direction TEXT NOT NULL,
      step {int} NOT NULL,
      PRIMARY KEY (run, direction, model_id)
    ) {compact}`,

    // Files under our own artifact root, keyed by their path below it, so that listing needs no directory walk.
    `CREATE TABLE artifact (
      folder TEXT NOT NULL,
      name TEXT NOT NULL,
      is_directory {int} NOT NULL,
      size_bytes {int} NOT NULL,
      sha256 TEXT NOT NULL,
      created_at_ms {int} NOT NULL,
      person_id TEXT NOT NULL,
      PRIMARY KEY (folder, name)
    ) {compact}`,
    `CREATE TABLE artifact_upload (
      upload_id TEXT PRIMARY KEY,
      artifact_key TEXT NOT NULL,
      part_count {int} NOT NULL,
      created_at_ms {int} NOT NULL
    )`,
  ],
};
