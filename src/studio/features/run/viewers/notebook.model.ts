import { z } from 'zod';

const lines = z
  .union([z.string(), z.array(z.string())])
  .transform((text) => (Array.isArray(text) ? text.join('') : text));

const output = z.object({
  output_type: z.string(),
  name: z.string().optional(),
  text: lines.optional().catch(undefined),
  /** By media type; JSON ones may be anything. */
  data: z.record(z.string(), z.unknown()).optional().catch(undefined),
  ename: z.string().optional(),
  evalue: z.string().optional(),
  traceback: z.array(z.string()).optional().catch(undefined),
});

const notebook = z.object({
  nbformat: z.number(),
  cells: z
    .array(
      z.object({
        cell_type: z.string(),
        source: lines,
        execution_count: z.number().nullish(),
        outputs: z.array(output).optional(),
      }),
    )
    .max(10_000),
});

export type NotebookOutput =
  | { readonly kind: 'text'; readonly text: string; readonly failed: boolean }
  | { readonly kind: 'html'; readonly html: string }
  | { readonly kind: 'markdown'; readonly text: string }
  | { readonly kind: 'image'; readonly address: string };

export interface NotebookCell {
  readonly kind: 'markdown' | 'code' | 'raw';
  readonly source: string;
  readonly count: number | undefined;
  readonly outputs: readonly NotebookOutput[];
}

const longestText = 100_000;

/** The cells of a notebook (format 4); `undefined` where the text is none. */
export function parseNotebook(text: string): readonly NotebookCell[] | undefined {
  const parsed = notebook.safeParse(parseJson(text));
  if (!parsed.success) return undefined;
  return parsed.data.cells.map((cell) => ({
    kind: cell.cell_type === 'markdown' ? 'markdown' : cell.cell_type === 'code' ? 'code' : 'raw',
    source: cell.source,
    count: cell.execution_count ?? undefined,
    outputs: (cell.outputs ?? []).flatMap(readOutput),
  }));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Pictures that cannot act; SVG could, and is left to its text. */
const pictures = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const;
const base64 = /^[A-Za-z0-9+/=\s]+$/;

/** Of the forms that an output comes in, the richest that is harmless. */
function readOutput(given: z.output<typeof output>): NotebookOutput[] {
  if (given.output_type === 'error') {
    const said = given.traceback?.join('\n') ?? `${given.ename ?? 'Error'}: ${given.evalue ?? ''}`;
    return [{ kind: 'text', text: said.slice(0, longestText), failed: true }];
  }
  if (given.output_type === 'stream') {
    const text = given.text ?? '';
    return [{ kind: 'text', text: text.slice(0, longestText), failed: given.name === 'stderr' }];
  }
  const data = given.data ?? {};
  for (const type of pictures) {
    const picture = textOf(data[type]);
    if (picture !== undefined && base64.test(picture)) {
      return [{ kind: 'image', address: `data:${type};base64,${picture.replaceAll(/\s/g, '')}` }];
    }
  }
  const html = textOf(data['text/html']);
  if (html !== undefined && html.length <= longestText * 5) return [{ kind: 'html', html }];
  const markdown = textOf(data['text/markdown']);
  if (markdown !== undefined) return [{ kind: 'markdown', text: markdown.slice(0, longestText) }];
  const plain = textOf(data['text/plain']);
  return plain === undefined ? [] : [{ kind: 'text', text: plain.slice(0, longestText), failed: false }];
}

function textOf(value: unknown): string | undefined {
  const parsed = lines.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}
