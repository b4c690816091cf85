import { z } from 'zod';
import { operation } from './operation.ts';
import { runIdSchema } from './runs.ts';
import { workspaceSlug } from './workspaces.ts';

/** The most runs that one call changes, all or none. */
export const mostBulkRuns = 10_000;

const params = z.object({ workspace: workspaceSlug });
const runIds = z.array(runIdSchema).min(1).max(mostBulkRuns);
const tagKey = z.string().min(1).max(250);
const mostTags = 100;
const setTags = z
  .record(tagKey, z.string().max(8000))
  .refine((tags) => Object.keys(tags).length <= mostTags, {
    error: `At most ${mostTags} tags are set at once.`,
  });
const removeTags = z.array(z.string().max(250)).max(mostTags);

/**
 * What to change of one run; what is absent stays. The note is the tag `mlflow.note.content`. It holds what runs had,
 * whoever wrote that: names and values are taken as they are, of any length, or there would be no way back.
 */
const runEdit = z.object({
  runId: runIdSchema,
  name: z.string().optional(),
  setTags: z.record(z.string(), z.string()).optional(),
  removeTags: z.array(z.string()).optional(),
});
export type RunEdit = z.output<typeof runEdit>;

const edited = z.object({
  /** Runs that are not as they were. */
  changed: z.number(),
  /** Hand this to `runs.edit` to have all of it as it was. */
  undo: z.array(runEdit),
});

export const updateRuns = operation('runs.updateMany', {
  method: 'POST',
  path: '/api/workspaces/{workspace}/runs/update',
  summary: 'Tag, note or rename many runs alike, all or none; answers what takes it back.',
  who: 'editor',
  params,
  body: z.object({
    runIds,
    setTags: setTags.optional(),
    removeTags: removeTags.optional(),
    /** Markdown; empty removes it. */
    note: z.string().max(8000).optional(),
    /**
     * A template: `{name}` is the name so far, `{n}` counts from 1 in the order given, and any value term in braces is
     * the run's value, as in `lr={params.lr} #{n}`. A mistake in one is `invalid-input` with the field `name`.
     */
    name: z.string().min(1).max(500).optional(),
  }),
  answer: edited,
  problems: ['not-found', 'not-active', 'invalid-input'],
});

export const editRuns = operation('runs.edit', {
  method: 'POST',
  path: '/api/workspaces/{workspace}/runs/edit',
  summary: 'Change many runs, each in its own way, all or none; answers what takes it back.',
  who: 'editor',
  params,
  body: z.object({ edits: z.array(runEdit).min(1).max(mostBulkRuns) }),
  answer: edited,
  problems: ['not-found', 'not-active'],
});

export const moveRuns = operation('runs.move', {
  method: 'POST',
  path: '/api/workspaces/{workspace}/runs/move',
  summary: 'Move runs to another experiment of the workspace, all or none. Their files stay where they are.',
  who: 'editor',
  params,
  body: z.object({ runIds, experimentId: z.string().max(64) }),
  answer: z.object({
    changed: z.number(),
    /** Where they came from: to take it back, move these there. */
    undo: z.array(z.object({ experimentId: z.string(), runIds: z.array(z.string()) })),
  }),
  problems: ['not-found', 'not-active'],
});

export const purgeRuns = operation('runs.purge', {
  method: 'POST',
  path: '/api/workspaces/{workspace}/runs/purge',
  summary:
    'Remove runs in the trash for good, with their points and files, all or none. Nothing takes it back.',
  who: 'owner',
  params,
  body: z.object({ runIds }),
  answer: z.object({
    purged: z.number(),
    /** Runs whose files could not be removed: they are known to nobody, but still take room. */
    filesLeft: z.number(),
  }),
  problems: ['not-found', 'conflict'],
});
