import { z } from 'zod';
import { operation } from './operation.ts';
import { runIdSchema } from './runs.ts';
import { workspaceSlug } from './workspaces.ts';

const ofRun = z.object({ workspace: workspaceSlug, runId: runIdSchema });

/** Which log: `console/<name>` for console output sent to Atelier, `file/<path>` for one among the run's artifacts. */
const logId = z
  .string()
  .regex(/^(console|file)\/./)
  .max(4200);
const consoleName = z
  .string()
  .regex(/^[\w.-]{1,100}$/, 'up to 100 letters, digits, dots, dashes or underscores');

export const logStream = z.enum(['stdout', 'stderr']);

export const runLog = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['console', 'file']),
  bytes: z.number(),
});
export type RunLog = z.output<typeof runLog>;

export const listLogs = operation('logs.list', {
  method: 'GET',
  path: '/api/workspaces/{workspace}/runs/{runId}/logs',
  summary:
    'The logs of a run: console output that was sent here, and artifacts that are logs (below `logs/`, or called `*.log`).',
  who: 'reader',
  params: ofRun,
  answer: z.object({ logs: z.array(runLog) }),
  problems: ['not-found'],
});

export const appendLog = operation('logs.append', {
  method: 'POST',
  path: '/api/workspaces/{workspace}/runs/{runId}/logs/append',
  summary:
    'Append console output to a run, a line or more in each entry. All or nothing; durable when answered.',
  who: 'editor',
  params: ofRun,
  body: z.object({
    /** One for each process whose output should stay apart, such as `rank-0`. */
    name: consoleName.default('console'),
    entries: z
      .array(
        z.object({
          /** May hold several lines; one at the end without its line end counts as a whole line. */
          text: z.string().max(1_048_576),
          stream: logStream.default('stdout'),
          /** When it was written, UTC milliseconds; absent: now. */
          atMs: z.number().int().min(0).max(4_102_444_800_000).optional(),
        }),
      )
      .min(1)
      .max(10_000),
  }),
  answer: z.object({ lines: z.number(), bytes: z.number() }),
  problems: ['not-found', 'not-active', 'too-large'],
});

export const outlineLog = operation('logs.outline', {
  method: 'GET',
  path: '/api/workspaces/{workspace}/runs/{runId}/logs/outline',
  summary: 'How long a log is, when its parts were written, and which lines tell of an error.',
  who: 'reader',
  params: ofRun,
  query: z.object({ log: logId }),
  answer: z.object({
    bytes: z.number(),
    lines: z.number(),
    /** Every so many lines, the line and the time it was written at (UTC milliseconds); only those with a time. */
    times: z.array(z.object({ line: z.number(), atMs: z.number() })),
    /** Whether times were written without their zone, and were moved to where the run began. */
    guessedZone: z.boolean(),
    /** Numbers of the first lines that tell of an error, at most 1,000; lines count from 0. */
    errors: z.array(z.number()),
    errorCount: z.number(),
  }),
  problems: ['not-found', 'invalid-input', 'too-large'],
});
export type LogOutline = z.output<typeof outlineLog.answer>;

const logLine = z.object({
  /** Without line end; at most 8,000 characters. */
  text: z.string(),
  /** How many characters more the line has, or null where it is whole. */
  cut: z.number().nullable(),
  atMs: z.number().nullable(),
  stream: logStream.nullable(),
});
export type LogLineAnswer = z.output<typeof logLine>;

export const readLog = operation('logs.read', {
  method: 'GET',
  path: '/api/workspaces/{workspace}/runs/{runId}/logs/lines',
  summary: 'Some lines of a log, found without reading what is before them.',
  who: 'reader',
  params: ofRun,
  query: z.object({
    log: logId,
    /** Lines count from 0. */
    from: z.coerce.number().int().min(0),
    limit: z.coerce.number().int().min(1).max(1000).default(500),
  }),
  answer: z.object({ from: z.number(), lines: z.array(logLine), total: z.number() }),
  problems: ['not-found', 'invalid-input', 'too-large'],
});

export const searchLog = operation('logs.search', {
  method: 'GET',
  path: '/api/workspaces/{workspace}/runs/{runId}/logs/search',
  summary:
    'Lines that contain a text, any case. Looks through a bounded part at once; `next` says where to go on, null at the end.',
  who: 'reader',
  params: ofRun,
  query: z.object({
    log: logId,
    text: z.string().min(1).max(500),
    from: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(5000).default(1000),
  }),
  answer: z.object({
    /** Numbers of the lines that match, in order. */
    matches: z.array(z.number()),
    /** The line to go on from, or null where the log is through. */
    next: z.number().nullable(),
    total: z.number(),
  }),
  problems: ['not-found', 'invalid-input', 'too-large'],
});

export const downloadLog = operation('logs.download', {
  method: 'GET',
  path: '/api/workspaces/{workspace}/runs/{runId}/logs/file',
  summary: 'Console output as a text file in the format of container logs (CRI): time, stream, F, text.',
  who: 'reader',
  params: ofRun,
  query: z.object({ name: consoleName }),
  kind: 'bytes',
  problems: ['not-found'],
});
