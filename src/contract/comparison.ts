import { z } from 'zod';
import { operation } from './operation.ts';
import { runIdSchema } from './runs.ts';
import { workspaceSlug } from './workspaces.ts';

const inWorkspace = z.object({ workspace: workspaceSlug });
const runIds = z.array(runIdSchema).min(1).max(500);

/** A file of the same path in several runs. */
export const comparedFile = z.object({
  /** Below the runs' artifact folders. */
  path: z.string(),
  in: z.array(
    z.object({
      runId: z.string(),
      /** Bytes. */
      size: z.number(),
      /** Lower-case hex; null where the file did not come through Atelier. */
      sha256: z.string().nullable(),
    }),
  ),
});
export type ComparedFile = z.output<typeof comparedFile>;

export const compareArtifacts = operation('artifacts.compare', {
  method: 'POST',
  path: '/api/workspaces/{workspace}/runs/compare/artifacts',
  summary: 'The files of several runs, one entry a path, with the runs that have it.',
  who: 'reader',
  reads: true,
  params: inWorkspace,
  body: z.object({
    runIds,
    /** Only paths that contain this, in any case. */
    search: z.string().max(250).default(''),
    /** At most so many paths: those that most runs have first, then by name. */
    limit: z.number().int().min(1).max(5000).default(1000),
  }),
  answer: z.object({
    files: z.array(comparedFile),
    /** Paths that match, also beyond the limit. */
    matching: z.number(),
    /** Runs of which only the beginning was looked through, because they have too many files. */
    cut: z.array(z.string()),
    /** Runs whose artifacts only their own clients reach. */
    unreachable: z.array(z.string()),
  }),
});

export const readArtifactTexts = operation('artifacts.texts', {
  method: 'POST',
  path: '/api/workspaces/{workspace}/runs/compare/texts',
  summary: 'The same files of several runs as text, each distinct text once.',
  who: 'reader',
  reads: true,
  params: inWorkspace,
  body: z.object({
    runIds,
    paths: z.array(z.string().min(1).max(4096)).min(1).max(20),
    /** At most so many bytes of each file, from its beginning. */
    bytes: z.number().int().min(1).max(1_048_576).default(262_144),
  }),
  answer: z.object({
    files: z.array(
      z.object({
        runId: z.string(),
        path: z.string(),
        /** Bytes of the whole file. */
        size: z.number(),
        /** Where in `texts` it is; null for one that is no text, and for one left out. */
        text: z.number().nullable(),
        /** Whether the file goes on after the text. */
        truncated: z.boolean(),
        /** Not read, because the texts together would be too long for one answer: ask for fewer runs. */
        left: z.boolean(),
      }),
    ),
    texts: z.array(z.string()),
  }),
  problems: ['invalid-input'],
});
export type ArtifactTexts = z.output<typeof readArtifactTexts.answer>;
