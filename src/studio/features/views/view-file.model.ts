import { type ViewDocument, viewDocument } from '#contract/views.ts';
import { z } from 'zod';
import { printDocument } from './view-document.model.ts';

/** A view as a file: to keep in version control, or to bring into another workspace. */
const viewFile = z.object({
  kind: z.literal('atelier-view'),
  name: z.string().trim().min(1).max(200),
  document: viewDocument,
});

export interface ViewFile {
  readonly name: string;
  readonly document: ViewDocument;
}

export function writeViewFile({ name, document }: ViewFile): string {
  const body: unknown = JSON.parse(printDocument(document));
  return `${JSON.stringify({ kind: 'atelier-view', name, document: body }, undefined, 2)}\n`;
}

/** Reads such a file; a text says what is wrong with it. */
export function readViewFile(text: string): ViewFile | string {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return 'This file is not JSON. Choose one that was exported from a view.';
  }
  const read = viewFile.safeParse(parsed);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const place = issue === undefined || issue.path.length === 0 ? '' : ` (at ${issue.path.join('.')})`;
  return `This file does not hold a view${place}: ${issue?.message ?? 'its shape is another one'}.`;
}

/** A file name that every system takes. */
export function viewFileName(name: string): string {
  const plain = name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-+|-+$/g, '');
  return `${plain === '' ? 'view' : plain.slice(0, 80)}.view.json`;
}
