import { z } from 'zod';
import { operation } from './operation.ts';
import { workspaceSlug } from './workspaces.ts';

/**
 * What happened in a workspace, told to whoever watches. Events say *what to look at again*, never the data itself;
 * a watcher that missed some (`resync`) looks at everything again.
 */
export const liveEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('resync') }),
  z.object({ kind: z.literal('workspace') }),
  z.object({ kind: z.literal('experiment'), experimentId: z.string() }),
  z.object({
    kind: z.literal('run'),
    runId: z.string(),
    experimentId: z.string(),
    change: z.enum(['created', 'updated', 'deleted', 'restored']),
  }),
  /** New metric points. `keys` are at most 100 of those touched; `more` says that there were others. */
  z.object({
    kind: z.literal('metrics'),
    runId: z.string(),
    experimentId: z.string(),
    keys: z.array(z.string()),
    more: z.boolean(),
  }),
  z.object({ kind: z.literal('artifacts'), runId: z.string() }),
  /** Something that people made beside the runs. `id` is its own (for a metric's setting, the metric's key). */
  z.object({
    kind: z.literal('resource'),
    resource: z.enum(['metric-settings', 'views', 'annotations', 'reports']),
    id: z.string(),
  }),
]);
export type LiveEvent = z.output<typeof liveEvent>;

export const watchWorkspace = operation('live.watch', {
  method: 'GET',
  path: '/api/workspaces/{workspace}/events',
  summary:
    'Server-sent events of a workspace, merged to at most ten batches a second. Each message holds a JSON list of events, the first perhaps none; the header Last-Event-ID (or the query) asks for what came after it.',
  who: 'reader',
  params: z.object({ workspace: workspaceSlug }),
  query: z.object({ after: z.coerce.number().int().optional() }),
  kind: 'events',
  answer: z.array(liveEvent),
});
