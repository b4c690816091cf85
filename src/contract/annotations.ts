import { z } from 'zod';
import { operation } from './operation.ts';
import { runIdSchema } from './runs.ts';
import { workspaceSlug } from './workspaces.ts';

const inWorkspace = z.object({ workspace: workspaceSlug });
const annotationId = z.string().regex(/^\d{1,15}$/);
const ofAnnotation = inWorkspace.extend({ annotationId });
const experimentId = z.string().regex(/^\d{1,18}$/);
const noteText = z.string().trim().min(1).max(8000);

/** The x axis of a chart as its address names it: `step`, `time` (UTC ms), `elapsed` (ms), `metrics.<key>`. */
export const annotationAxis = z.string().min(1).max(300);

export const annotationReply = z.object({
  replyId: z.string(),
  text: z.string(),
  author: z.string(),
  createdAtMs: z.number(),
});

export const annotation = z.object({
  annotationId: z.string(),
  experimentId: z.string(),
  /** null: it speaks of all runs of the experiment. */
  runId: z.string().nullable(),
  /** null: it stands on the charts of all metrics. */
  metric: z.string().nullable(),
  axis: annotationAxis,
  from: z.number(),
  /** The same as `from` for a single place. */
  to: z.number(),
  /** Markdown. */
  text: z.string(),
  author: z.string(),
  createdAtMs: z.number(),
  editedAtMs: z.number().nullable(),
  resolvedAtMs: z.number().nullable(),
  resolvedBy: z.string().nullable(),
  deletedAtMs: z.number().nullable(),
  /** Oldest first. */
  replies: z.array(annotationReply),
});
export type Annotation = z.output<typeof annotation>;

export const searchAnnotations = operation('annotations.search', {
  method: 'POST',
  path: '/api/workspaces/{workspace}/annotations/search',
  summary:
    'What was noted on the charts of these runs and of these experiments, by place. At most 2,000; `total` says how many there are.',
  who: 'reader',
  reads: true,
  params: inWorkspace,
  body: z.object({
    experimentIds: z.array(experimentId).max(1000).default([]),
    runIds: z.array(runIdSchema).max(500).default([]),
    /** Also those that are resolved. */
    resolved: z.boolean().default(true),
  }),
  answer: z.object({ annotations: z.array(annotation), total: z.number() }),
});

const place = { axis: annotationAxis, from: z.number(), to: z.number() };

export const createAnnotation = operation('annotations.create', {
  method: 'POST',
  path: '/api/workspaces/{workspace}/annotations',
  summary: 'Note something on a step or a range of a chart.',
  who: 'editor',
  params: inWorkspace,
  body: z
    .object({
      /** Which runs it speaks of: one, or all of an experiment. */
      experimentId: experimentId.optional(),
      runId: runIdSchema.optional(),
      metric: z.string().max(250).optional(),
      ...place,
      text: noteText,
    })
    .refine(({ experimentId: ofAll, runId }) => (ofAll === undefined) !== (runId === undefined), {
      message: 'Name either an experiment or a run.',
      path: ['runId'],
    })
    .refine(({ from, to }) => from <= to, { message: 'The range ends before it begins.', path: ['to'] }),
  answer: annotation,
  problems: ['not-found'],
});

export const updateAnnotation = operation('annotations.update', {
  method: 'PATCH',
  path: '/api/workspaces/{workspace}/annotations/{annotationId}',
  summary: 'Change the words of an annotation, say that it is settled, or that it is not.',
  who: 'editor',
  params: ofAnnotation,
  body: z.object({ text: noteText.optional(), resolved: z.boolean().optional() }),
  answer: annotation,
  problems: ['not-found', 'gone'],
});

export const replyToAnnotation = operation('annotations.reply', {
  method: 'POST',
  path: '/api/workspaces/{workspace}/annotations/{annotationId}/replies',
  summary: 'Answer an annotation.',
  who: 'editor',
  params: ofAnnotation,
  body: z.object({ text: noteText }),
  answer: annotation,
  problems: ['not-found', 'gone'],
});

export const deleteAnnotation = operation('annotations.delete', {
  method: 'POST',
  path: '/api/workspaces/{workspace}/annotations/{annotationId}/delete',
  summary: 'Take an annotation off the charts, with its replies. It can be restored.',
  who: 'editor',
  params: ofAnnotation,
  answer: annotation,
  problems: ['not-found'],
});

export const restoreAnnotation = operation('annotations.restore', {
  method: 'POST',
  path: '/api/workspaces/{workspace}/annotations/{annotationId}/restore',
  summary: 'Put a deleted annotation back.',
  who: 'editor',
  params: ofAnnotation,
  answer: annotation,
  problems: ['not-found'],
});

export const markerKinds = ['resumed', 'failed', 'killed', 'checkpoint', 'nan'] as const;

/** Something that happened to a run, read from what the run carries; nobody wrote it. */
export const runMarker = z.object({
  runId: z.string(),
  kind: z.enum(markerKinds),
  atMs: z.number(),
  /** A decimal integer as text; null where no step is known. */
  step: z.string().nullable(),
  /** The metric it was seen in, for `nan`. */
  metric: z.string().nullable(),
  /** What to call it: the model of a checkpoint, the status. */
  label: z.string(),
});
export type RunMarker = z.output<typeof runMarker>;

export const readMarkers = operation('annotations.markers', {
  method: 'POST',
  path: '/api/workspaces/{workspace}/annotations/markers',
  summary:
    'What happened to runs along their charts: went on after an end, failed, was killed, saved a checkpoint, gave its first NaN.',
  who: 'reader',
  reads: true,
  params: inWorkspace,
  body: z.object({
    runIds: z.array(runIdSchema).min(1).max(500),
    /** Where to look for the first NaN, and whose last step is that of an end; none: no metric. */
    metrics: z.array(z.string().max(250)).max(50).default([]),
  }),
  answer: z.object({ markers: z.array(runMarker) }),
});
