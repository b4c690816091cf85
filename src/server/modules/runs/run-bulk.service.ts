import { noteTag } from '#contract/note-tag.ts';
import { Problem } from '#contract/problem.ts';
import type { RunEdit } from '#contract/runs-bulk.ts';
import { displayName } from '#contract/display-name.ts';
import type { ValueTerm } from '#domain/filter/filter-ast.ts';
import { fillNameTemplate, type NamePart, parseNameTemplate } from '#domain/run-name-template.ts';
import { reportUnexpected } from '#server/http/report-unexpected.ts';
import type { WorkspaceScope } from '#server/http/workspace-scope.ts';
import type { ArtifactsService } from '#server/modules/artifacts/artifacts.service.ts';
import { keyOf } from '#server/modules/experiments/experiments.service.ts';
import type { LiveService } from '#server/modules/live/live.service.ts';
import type { MetricsService } from '#server/modules/metrics/metrics.service.ts';
import type { Actor } from '#server/ports/database.ts';
import type { Ports } from '#server/ports/ports.ts';
import { readTermsOfRuns, type TermsOfRun } from './run-names.queries.ts';
import { editManyRuns } from './run-edits.queries.ts';
import { moveManyRuns, type PurgedRun, purgeManyRuns } from './run-moves.queries.ts';
import { createRunNews } from './run-news.ts';
import { readAs } from './run-search.service.ts';

/** What to change of many runs alike; what is absent stays. */
export interface BulkChange {
  readonly runIds: readonly string[];
  readonly setTags?: Readonly<Record<string, string>> | undefined;
  readonly removeTags?: readonly string[] | undefined;
  /** Empty: none. */
  readonly note?: string | undefined;
  /** A template of `domain/run-name-template.ts`. */
  readonly name?: string | undefined;
}

/** Runs whose files are removed at one time. */
const removedAtOnce = 8;

export type RunBulkService = ReturnType<typeof createRunBulkService>;

/** Changes of many runs in one transaction each, and what takes them back. */
export function createRunBulkService(
  { database, clock }: Pick<Ports, 'database' | 'clock'>,
  live: LiveService,
  metrics: Pick<MetricsService, 'settle'>,
  artifacts: Pick<ArtifactsService, 'removeAt'>,
) {
  const { tell } = createRunNews(live);
  const contextOf = (actor: Actor) => ({ actor, nowMs: clock.nowMs() });

  async function edit(workspace: WorkspaceScope, edits: readonly RunEdit[], actor: Actor) {
    const edited = await database.write(editManyRuns, { workspaceId: workspace.id, edits }, contextOf(actor));
    for (const { runId, experimentId } of edited) tell(workspace.id, runId, String(experimentId), 'updated');
    return { changed: edited.length, undo: edited.map(({ undo }) => undo) };
  }

  /** Names by run id, as a template says. */
  async function namesOf(workspace: WorkspaceScope, runIds: readonly string[], template: string) {
    const parts = readAs('name', () => parseNameTemplate(template));
    const terms = parts.flatMap((part) => (part.kind === 'term' ? [part.term] : []));
    await metrics.settle({ workspaceId: workspace.id, runIds });
    const rows = await database.read(readTermsOfRuns, { workspaceId: workspace.id, runIds, terms });
    return new Map(rows.map((row, index) => [row.runId, nameOf(row, index + 1, parts, terms)]));
  }

  return {
    edit,

    /** Problem `not-active` where one of the runs is in the trash; then none is changed. */
    async update(workspace: WorkspaceScope, change: BulkChange, actor: Actor) {
      const { runIds, note, name } = change;
      const names = name === undefined ? undefined : await namesOf(workspace, runIds, name);
      const setTags = {
        ...change.setTags,
        ...(note === undefined || note === '' ? {} : { [noteTag]: note }),
      };
      const removeTags = [...(change.removeTags ?? []), ...(note === '' ? [noteTag] : [])];
      const edits = [...new Set(runIds)].map((runId) => ({
        runId,
        name: names?.get(runId),
        setTags,
        removeTags,
      }));
      return edit(workspace, edits, actor);
    },

    async move(workspace: WorkspaceScope, runIds: readonly string[], experimentId: string, actor: Actor) {
      const input = { ...keyOf(workspace, experimentId), runIds };
      const moved = await database.write(moveManyRuns, input, contextOf(actor));
      for (const { runId } of moved) tell(workspace.id, runId, experimentId, 'updated');
      const origins = Map.groupBy(moved, ({ from }) => from);
      const undo = [...origins].map(([from, runs]) => ({
        experimentId: String(from),
        runIds: runs.map(({ runId }) => runId),
      }));
      return { changed: moved.length, undo };
    },

    /** Irreversible. Problem `conflict` where one of the runs is not in the trash; then none goes. */
    async purge(workspace: WorkspaceScope, runIds: readonly string[], actor: Actor) {
      const input = { workspaceId: workspace.id, runIds };
      const purged = await database.write(purgeManyRuns, input, contextOf(actor));
      for (const { runId, experimentId } of purged)
        tell(workspace.id, runId, String(experimentId), 'deleted');
      const filesLeft = await removeFiles(purged, async (uri) => artifacts.removeAt(workspace, uri, actor));
      return { purged: purged.length, filesLeft };
    },
  };
}

function nameOf(
  { runId, values }: TermsOfRun,
  number: number,
  parts: readonly NamePart[],
  terms: readonly ValueTerm[],
): string {
  const name = fillNameTemplate(parts, number, (term) => values[terms.indexOf(term)] ?? undefined);
  const parsed = displayName(500).safeParse(name);
  if (parsed.success) return parsed.data;
  throw new Problem(
    'invalid-input',
    `The run ${runId} would be named "${name.slice(0, 100)}": a name has 1 to 500 characters, one of which can be seen.`,
    { field: 'name', runId },
  );
}

/** Tells of how many runs the files could not be removed. */
async function removeFiles(
  purged: readonly PurgedRun[],
  remove: (artifactUri: string) => Promise<void>,
): Promise<number> {
  let filesLeft = 0;
  for (let at = 0; at < purged.length; at += removedAtOnce) {
    const lot = purged.slice(at, at + removedAtOnce);
    const removed = await Promise.allSettled(lot.map(async ({ artifactUri }) => remove(artifactUri)));
    for (const each of removed) {
      if (each.status === 'fulfilled') continue;
      filesLeft += 1;
      reportUnexpected(each.reason);
    }
  }
  return filesLeft;
}
