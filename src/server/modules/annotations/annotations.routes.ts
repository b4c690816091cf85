import * as operations from '#contract/annotations.ts';
import type { Annotation } from '#contract/annotations.ts';
import { handle, type Handler, workspaceOf } from '#server/http/handler.ts';
import type { AnnotationWithReplies } from './annotations.types.ts';

export const annotationHandlers: readonly Handler[] = [
  handle(operations.searchAnnotations, async ({ body }, context) => {
    const found = await context.services.annotations.search(workspaceOf(context), body);
    return { annotations: found.annotations.map((each) => toAnnotation(each)), total: found.total };
  }),

  handle(operations.createAnnotation, async ({ body }, context) => {
    const { services, caller } = context;
    const { experimentId, runId, metric, ...rest } = body;
    const draft = { experimentId, runId, metric, ...rest };
    return toAnnotation(await services.annotations.create(workspaceOf(context), draft, caller.actor));
  }),

  handle(operations.updateAnnotation, async ({ params, body }, context) => {
    const { services, caller } = context;
    return toAnnotation(
      await services.annotations.change(workspaceOf(context), params.annotationId, body, caller.actor),
    );
  }),

  handle(operations.replyToAnnotation, async ({ params, body }, context) => {
    const { services, caller } = context;
    return toAnnotation(
      await services.annotations.reply(workspaceOf(context), params.annotationId, body.text, caller.actor),
    );
  }),

  handle(operations.deleteAnnotation, async ({ params }, context) => {
    const { services, caller } = context;
    return toAnnotation(
      await services.annotations.move(workspaceOf(context), params.annotationId, true, caller.actor),
    );
  }),

  handle(operations.restoreAnnotation, async ({ params }, context) => {
    const { services, caller } = context;
    return toAnnotation(
      await services.annotations.move(workspaceOf(context), params.annotationId, false, caller.actor),
    );
  }),

  handle(operations.readMarkers, async ({ body }, context) => ({
    markers: [
      ...(await context.services.annotations.markers({ ...body, workspaceId: workspaceOf(context).id })),
    ],
  })),
];

function toAnnotation({ id, experimentId, replies, ...shown }: AnnotationWithReplies): Annotation {
  return {
    ...shown,
    annotationId: String(id),
    experimentId: String(experimentId),
    replies: replies.map(({ id: replyId, annotationId: _annotation, ...reply }) => ({
      ...reply,
      replyId: String(replyId),
    })),
  };
}
