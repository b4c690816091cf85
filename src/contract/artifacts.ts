import { z } from 'zod';
import { operation } from './operation.ts';
import { runIdSchema } from './runs.ts';
import { workspaceSlug } from './workspaces.ts';

const ofRun = z.object({ workspace: workspaceSlug, runId: runIdSchema });
const path = z.string().max(4096);

export const artifactEntry = z.object({
  name: z.string(),
  /** Below the run's artifact folder. */
  path: z.string(),
  isDirectory: z.boolean(),
  /** Bytes; 0 for a folder. */
  size: z.number(),
  /** Lower-case hex; null where the file did not come through Atelier, and for folders. */
  sha256: z.string().nullable(),
  createdAtMs: z.number().nullable(),
});
export type ArtifactEntry = z.output<typeof artifactEntry>;

export const listArtifacts = operation('artifacts.list', {
  method: 'GET',
  path: '/api/workspaces/{workspace}/runs/{runId}/artifacts',
  summary: 'What lies in one folder of a run, folders first, then by name.',
  who: 'reader',
  params: ofRun,
  query: z.object({ path: path.default('') }),
  answer: z.object({
    path: z.string(),
    /** Where the run keeps its artifacts, as MLflow clients see it. */
    location: z.string(),
    /** False where the location is one that only clients reach: then there are never entries. */
    reachable: z.boolean(),
    entries: z.array(artifactEntry),
  }),
  problems: ['not-found', 'invalid-input'],
});

export const previewArtifact = operation('artifacts.preview', {
  method: 'GET',
  path: '/api/workspaces/{workspace}/runs/{runId}/artifacts/preview',
  summary: 'The beginning of a file as text, if it is text.',
  who: 'reader',
  params: ofRun,
  query: z.object({ path, bytes: z.coerce.number().int().min(1).max(1_048_576).default(262_144) }),
  answer: z.object({
    path: z.string(),
    size: z.number(),
    sha256: z.string().nullable(),
    /** Null where the beginning is not text in UTF-8 or UTF-16. */
    text: z.string().nullable(),
    encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be']).nullable(),
    /** Whether the file goes on after the text. */
    truncated: z.boolean(),
  }),
  problems: ['not-found', 'invalid-input'],
});

export const readArtifact = operation('artifacts.read', {
  method: 'GET',
  path: '/api/workspaces/{workspace}/runs/{runId}/artifacts/file',
  summary:
    'The bytes of a file, or those from `start` up to `end` (exclusive). `view` shows media, text and script-free pages in place; `download` saves.',
  who: 'reader',
  params: ofRun,
  query: z.object({
    path,
    as: z.enum(['view', 'download']).default('download'),
    start: z.coerce.number().int().min(0).optional(),
    /** At most 64 MiB after `start`. */
    end: z.coerce.number().int().min(0).optional(),
  }),
  kind: 'bytes',
  problems: ['not-found', 'invalid-input'],
});

export const deleteArtifact = operation('artifacts.delete', {
  method: 'DELETE',
  path: '/api/workspaces/{workspace}/runs/{runId}/artifacts',
  summary: 'Remove a file, or a folder with all that is in it, for good.',
  who: 'editor',
  params: ofRun,
  query: z.object({ path }),
  problems: ['not-found', 'invalid-input', 'conflict'],
});
