import type { WorkspaceScope } from '#server/http/workspace-scope.ts';
import { keyOf } from '#server/modules/experiments/experiments.service.ts';
import type { LiveService } from '#server/modules/live/live.service.ts';
import type { MetricsService } from '#server/modules/metrics/metrics.service.ts';
import type { Actor, WriteDefinition } from '#server/ports/database.ts';
import type { Ports } from '#server/ports/ports.ts';
import {
  changeAnnotation,
  insertAnnotation,
  insertReply,
  moveAnnotation,
  type NewAnnotation,
} from './annotation-writes.queries.ts';
import { searchAnnotationRows } from './annotations.queries.ts';
import type { AnnotationKey, AnnotationWithReplies } from './annotations.types.ts';
import { type MarkerQuery, readRunMarkers } from './markers.queries.ts';

export interface AnnotationDraft extends Omit<NewAnnotation, 'workspaceId' | 'experimentId'> {
  readonly experimentId: string | undefined;
}

export type AnnotationsService = ReturnType<typeof createAnnotationsService>;

export function createAnnotationsService(
  { database, clock }: Ports,
  live: LiveService,
  metrics: MetricsService,
) {
  async function write<I extends { readonly workspaceId: number }>(
    definition: WriteDefinition<I, AnnotationWithReplies>,
    input: I,
    actor: Actor,
  ): Promise<AnnotationWithReplies> {
    const output = await database.write(definition, input, { actor, nowMs: clock.nowMs() });
    live.publish(input.workspaceId, { kind: 'resource', resource: 'annotations', id: String(output.id) });
    return output;
  }

  const annotationKey = (workspace: WorkspaceScope, id: string): AnnotationKey => ({
    workspaceId: workspace.id,
    annotationId: Number(id),
  });

  return {
    async search(
      workspace: WorkspaceScope,
      query: {
        readonly experimentIds: readonly string[];
        readonly runIds: readonly string[];
        readonly resolved: boolean;
      },
    ) {
      const experimentIds = query.experimentIds.map((id) => keyOf(workspace, id).experimentId);
      return database.read(searchAnnotationRows, { ...query, workspaceId: workspace.id, experimentIds });
    },

    /** Problems: `not-found`, `not-active`. */
    async create(workspace: WorkspaceScope, draft: AnnotationDraft, actor: Actor) {
      const { experimentId: id } = draft;
      const experimentId = id === undefined ? undefined : keyOf(workspace, id).experimentId;
      return write(insertAnnotation, { ...draft, workspaceId: workspace.id, experimentId }, actor);
    },

    async change(
      workspace: WorkspaceScope,
      id: string,
      { text, resolved }: { readonly text?: string | undefined; readonly resolved?: boolean | undefined },
      actor: Actor,
    ) {
      return write(changeAnnotation, { ...annotationKey(workspace, id), text, resolved }, actor);
    },

    async reply(workspace: WorkspaceScope, id: string, text: string, actor: Actor) {
      return write(insertReply, { ...annotationKey(workspace, id), text }, actor);
    },

    async move(workspace: WorkspaceScope, id: string, trash: boolean, actor: Actor) {
      return write(moveAnnotation, { ...annotationKey(workspace, id), trash }, actor);
    },

    /** What happened to runs, seen in every point that was acknowledged. */
    async markers(query: MarkerQuery) {
      if (query.metrics.length > 0) await metrics.settle(query);
      return database.read(readRunMarkers, query);
    },
  };
}
