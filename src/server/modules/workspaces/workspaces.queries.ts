import { Problem } from '#contract/problem.ts';
import type { WorkspaceScope } from '#server/http/workspace-scope.ts';
import { all, defineRead, defineWrite, first, run, type Work } from '#server/ports/database.ts';

const columns = `id, slug, name, description, created_at_ms AS "createdAtMs", archived_at_ms AS "archivedAtMs",
  default_experiment_id AS "defaultExperimentId"`;

export function* workspaceBySlug(slug: string): Work<WorkspaceScope | undefined> {
  return yield* first<WorkspaceScope>(`SELECT ${columns} FROM workspace WHERE slug = ?`, [slug]);
}

export const findWorkspace = defineRead('workspaces.find', 'short', workspaceBySlug);

export interface WorkspaceStatistics extends WorkspaceScope {
  readonly experiments: number;
  readonly runs: number;
  readonly running: number;
  readonly failedLastDay: number;
  readonly lastActivityAtMs: number | null;
}

export const listWorkspacesWithStatistics = defineRead(
  'workspaces.list',
  'long',
  function* (input: {
    readonly archived: boolean;
    readonly dayAgoMs: number;
  }): Work<readonly WorkspaceStatistics[]> {
    return yield* all<WorkspaceStatistics>(
      `SELECT ${columns},
        (SELECT COUNT(*) FROM experiment WHERE workspace_id = workspace.id AND lifecycle = 'active') AS "experiments",
        (SELECT COUNT(*) FROM run WHERE workspace_id = workspace.id AND lifecycle = 'active') AS "runs",
        (SELECT COUNT(*) FROM run WHERE workspace_id = workspace.id AND status = 'RUNNING' AND lifecycle = 'active') AS "running",
        (SELECT COUNT(*) FROM run WHERE workspace_id = workspace.id AND status = 'FAILED' AND lifecycle = 'active'
          AND ended_at_ms >= ?) AS "failedLastDay",
        (SELECT at_ms FROM audit_event WHERE workspace_id = workspace.id ORDER BY id DESC LIMIT 1) AS "lastActivityAtMs"
      FROM workspace WHERE (archived_at_ms IS NOT NULL) = (? = 1) ORDER BY name, slug`,
      [input.dayAgoMs, input.archived ? 1 : 0],
    );
  },
);

export interface NewWorkspace {
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  /** Where the Default experiment keeps artifacts; `{experiment}` stands for its id. */
  readonly artifactLocation: string;
}

export const insertWorkspace = defineWrite(
  'workspaces.insert',
  function* (input: NewWorkspace, { actor, nowMs }): Work<WorkspaceScope> {
    if ((yield* workspaceBySlug(input.slug)) !== undefined) {
      throw new Problem(
        'already-exists',
        `A workspace named "${input.slug}" already exists. Choose another name.`,
        {
          slug: input.slug,
        },
      );
    }
    yield* run(`INSERT INTO person (id, name, created_at_ms) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING`, [
      actor.personId,
      actor.name,
      nowMs,
    ]);
    yield* run(`INSERT INTO workspace (slug, name, description, created_at_ms) VALUES (?, ?, ?, ?)`, [
      input.slug,
      input.name,
      input.description,
      nowMs,
    ]);
    const created = yield* workspaceBySlug(input.slug);
    if (created === undefined) throw new Error('The workspace just inserted is not there.');
    yield* run(`INSERT INTO member (workspace_id, person_id, role) VALUES (?, ?, 'owner')`, [
      created.id,
      actor.personId,
    ]);
    yield* insertDefaultExperiment(created, input.artifactLocation, nowMs);
    const complete = yield* workspaceBySlug(input.slug);
    if (complete === undefined) throw new Error('The workspace just inserted is not there.');
    return complete;
  },
  (input, output) => [
    {
      workspaceId: output.id,
      action: 'workspace.create',
      subjectKind: 'workspace',
      subjectId: output.slug,
      detail: { name: input.name },
    },
  ],
);

/** The first workspace's Default experiment has id 0, as in every MLflow server. */
function* insertDefaultExperiment(workspace: WorkspaceScope, location: string, nowMs: number): Work<void> {
  const taken = yield* first(`SELECT id FROM experiment LIMIT 1`);
  const values = [workspace.id, 'Default', location, 'active', nowMs, nowMs];
  const columnList = `workspace_id, name, artifact_location, lifecycle, created_at_ms, updated_at_ms`;
  if (taken === undefined) {
    yield* run(`INSERT INTO experiment (id, ${columnList}) VALUES (0, ?, ?, ?, ?, ?, ?)`, values);
  } else {
    yield* run(`INSERT INTO experiment (${columnList}) VALUES (?, ?, ?, ?, ?, ?)`, values);
  }
  const inserted = yield* first<{ id: number }>(
    `SELECT id FROM experiment WHERE workspace_id = ? AND name = 'Default'`,
    [workspace.id],
  );
  const id = inserted?.id ?? 0;
  yield* run(`UPDATE experiment SET artifact_location = ? WHERE id = ?`, [
    location.replace('{experiment}', String(id)),
    id,
  ]);
  yield* run(`UPDATE workspace SET default_experiment_id = ? WHERE id = ?`, [id, workspace.id]);
}

export interface WorkspaceChange {
  readonly workspace: WorkspaceScope;
  readonly name: string;
  readonly description: string;
  readonly archivedAtMs: number | null;
}

export const updateWorkspaceRow = defineWrite(
  'workspaces.update',
  function* (input: WorkspaceChange): Work<WorkspaceScope> {
    yield* run(`UPDATE workspace SET name = ?, description = ?, archived_at_ms = ? WHERE id = ?`, [
      input.name,
      input.description,
      input.archivedAtMs,
      input.workspace.id,
    ]);
    const { name, description, archivedAtMs } = input;
    return { ...input.workspace, name, description, archivedAtMs };
  },
  ({ workspace, ...change }, output) => [
    {
      workspaceId: workspace.id,
      action:
        change.archivedAtMs === workspace.archivedAtMs
          ? 'workspace.update'
          : change.archivedAtMs === null
            ? 'workspace.unarchive'
            : 'workspace.archive',
      subjectKind: 'workspace',
      subjectId: output.slug,
      detail: { name: change.name, description: change.description },
    },
  ],
);

export interface MemberRow {
  readonly personId: string;
  readonly name: string;
  readonly role: string;
}

export const listMemberRows = defineRead('workspaces.members', 'short', function* (workspaceId: number): Work<
  readonly MemberRow[]
> {
  return yield* all<MemberRow>(
    `SELECT person_id AS "personId", name, role FROM member JOIN person ON person.id = member.person_id
       WHERE workspace_id = ? ORDER BY name`,
    [workspaceId],
  );
});
