import { defineWrite, type Work } from '#server/ports/database.ts';

/** Leaves the trace of who asked for the sample; the runs themselves come in over the tracking API. */
export const recordSampleStart = defineWrite(
  'sample.start',
  // oxlint-disable-next-line require-yield -- the audit entry is all that this write writes
  function* (input: { readonly workspaceId: number; readonly slug: string }): Work<string> {
    return input.slug;
  },
  (input, slug) => [
    { workspaceId: input.workspaceId, action: 'sample.start', subjectKind: 'workspace', subjectId: slug },
  ],
);
