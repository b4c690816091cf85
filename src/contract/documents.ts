import { z } from 'zod';

/** What views and reports have in common: they are named, private or shared, and every version is kept. */
export const documentId = z.string().regex(/^\d{1,15}$/);

export const visibilities = ['private', 'shared'] as const;
export const visibility = z.enum(visibilities);
export type Visibility = z.output<typeof visibility>;

/** A version of a document: who made it, and when. */
export const documentVersion = z.object({
  version: z.number(),
  author: z.string(),
  atMs: z.number(),
  /** The earlier version whose content it brought back. */
  restoredFrom: z.number().nullable(),
});
export type DocumentVersion = z.output<typeof documentVersion>;

export const documentHead = z.object({
  name: z.string(),
  visibility,
  owner: z.string(),
  /** The newest. */
  version: z.number(),
  createdAtMs: z.number(),
  updatedAtMs: z.number(),
  updatedBy: z.string(),
  deletedAtMs: z.number().nullable(),
});
