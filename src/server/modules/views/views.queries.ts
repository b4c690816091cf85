import { Problem } from '#contract/problem.ts';
import {
  withBody,
  presentDocument,
  documentColumns,
} from '#server/modules/documents/document-record.queries.ts';
import type {
  DocumentKey,
  DocumentRecord,
  DocumentWithBody,
} from '#server/modules/documents/documents.types.ts';
import { activeExperiment, experimentById } from '#server/modules/experiments/experiments.queries.ts';
import type { ExperimentKey } from '#server/modules/experiments/experiments.types.ts';
import { all, defineRead, defineWrite, first, run, type Work } from '#server/ports/database.ts';

export interface DefaultViewRow {
  readonly experimentId: number;
  readonly viewId: number;
}

/** Which view each experiment of a workspace opens with. One in the trash keeps its place, and opens nothing. */
export const listDefaultViews = defineRead('views.defaults', 'short', function* (workspaceId: number): Work<
  readonly DefaultViewRow[]
> {
  return yield* all<DefaultViewRow>(
    `SELECT experiment_id AS "experimentId", document_id AS "viewId"
     FROM default_view JOIN document ON document.id = default_view.document_id
     WHERE document.workspace_id = ? AND document.deleted_at_ms IS NULL AND document.visibility = 'shared'
     ORDER BY experiment_id`,
    [workspaceId],
  );
});

/** The view that an experiment opens with. A default is shared, so anyone may see it. Problem: `not-found`. */
export const findDefaultView = defineRead('views.default', 'short', function* (key: ExperimentKey): Work<
  DocumentWithBody | undefined
> {
  yield* experimentById(key);
  const found = yield* defaultOf(key);
  return found === undefined ? undefined : yield* withBody(found);
});

export interface DefaultViewChange extends ExperimentKey {
  /** `undefined`: none. */
  readonly view: DocumentKey | undefined;
}

export interface DefaultViewChanged {
  readonly view: DocumentWithBody | undefined;
  readonly before: number | undefined;
}

/** Problems: `not-found`, `gone`, `not-active`; `conflict` for a view that only its owner sees. */
export const changeDefaultView = defineWrite(
  'views.set-default',
  function* (input: DefaultViewChange): Work<DefaultViewChanged> {
    const { id } = yield* activeExperiment(input);
    const before = (yield* defaultOf(input))?.id;
    if (input.view === undefined) {
      yield* run(`DELETE FROM default_view WHERE experiment_id = ?`, [id]);
      return { view: undefined, before };
    }
    const view = yield* presentDocument(input.view);
    if (view.visibility === 'private') {
      throw new Problem('conflict', `"${view.name}" is private. Share it first: a default is for everybody.`);
    }
    yield* run(
      `INSERT INTO default_view (experiment_id, document_id) VALUES (?, ?)
       ON CONFLICT (experiment_id) DO UPDATE SET document_id = excluded.document_id`,
      [id, view.id],
    );
    return { view: yield* withBody(view), before };
  },
  (input, { view, before }) =>
    view?.id === before
      ? []
      : [
          {
            workspaceId: input.workspaceId,
            action: 'experiment.default-view',
            subjectKind: 'experiment',
            subjectId: String(input.experimentId),
            detail: { view: view?.name ?? null, viewId: view === undefined ? null : String(view.id) },
          },
        ],
);

function* defaultOf({ workspaceId, experimentId }: ExperimentKey): Work<DocumentRecord | undefined> {
  return yield* first<DocumentRecord>(
    `SELECT ${documentColumns} FROM document
     WHERE workspace_id = ? AND deleted_at_ms IS NULL AND visibility = 'shared'
       AND id = (SELECT document_id FROM default_view WHERE experiment_id = ?)`,
    [workspaceId, experimentId],
  );
}
