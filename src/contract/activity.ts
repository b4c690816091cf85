import { z } from 'zod';
import { operation } from './operation.ts';
import { workspaceSlug } from './workspaces.ts';

/** One value of a run that somebody changed; in the detail of `run.update`, as `changes`. */
export const runValueChange = z.object({
  what: z.enum(['name', 'status', 'note', 'tag']),
  /** The tag's name; null for all else. */
  key: z.string().nullable(),
  /** Null: it was not there, or is there no more. Cut after 500 characters, save for notes. */
  from: z.string().nullable(),
  to: z.string().nullable(),
});
export type RunValueChange = z.output<typeof runValueChange>;

export const auditEvent = z.object({
  id: z.number(),
  atMs: z.number(),
  actor: z.string(),
  /** How the actor came in. */
  via: z.enum(['studio', 'mlflow', 'cli', 'system']),
  /** `subject.verb`, for example `run.delete`. */
  action: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  /** What changed, as the action defines it. */
  detail: z.record(z.string(), z.unknown()),
  /** How many writes this event stands for (logging calls are summed per run and actor). */
  count: z.number(),
});
export type AuditEvent = z.output<typeof auditEvent>;

export const listActivity = operation('activity.list', {
  method: 'GET',
  path: '/api/workspaces/{workspace}/activity',
  summary: 'Who changed what, newest first.',
  who: 'reader',
  params: z.object({ workspace: workspaceSlug }),
  query: z.object({
    before: z.coerce.number().int().optional(),
    subjectKind: z.string().optional(),
    subjectId: z.string().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({ events: z.array(auditEvent), nextBefore: z.number().nullable(), total: z.number() }),
});
