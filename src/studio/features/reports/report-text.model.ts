import { stringify } from 'yaml';
import { blockLanguage } from './report-block.model.ts';

/** A stretch of a report: Markdown, or the inside of one of our blocks. */
export interface ReportPart {
  readonly kind: 'prose' | 'block';
  readonly text: string;
  /** Where it stands in the report, fences included. */
  readonly from: number;
  readonly to: number;
}

const fence = /^(?<marks>`{3,}|~{3,})[ \t]*(?<word>[\w-]*)[^\n]*$/gm;

/** A report's prose and blocks, in order. A fence that is never closed runs to the end, as in Markdown. */
export function splitReport(text: string): readonly ReportPart[] {
  const parts: ReportPart[] = [];
  let proseFrom = 0;
  let open:
    | { readonly marks: string; readonly from: number; readonly inside: number; readonly ours: boolean }
    | undefined;
  const endBlock = (inside: number, to: number): void => {
    if (open?.ours === true) {
      if (open.from > proseFrom) parts.push(prose(text, proseFrom, open.from));
      parts.push({ kind: 'block', text: text.slice(open.inside, inside), from: open.from, to });
      proseFrom = to;
    }
    open = undefined;
  };
  for (const match of text.matchAll(fence)) {
    const { marks = '', word = '' } = match.groups ?? {};
    const after = Math.min(match.index + match[0].length + 1, text.length);
    if (open === undefined) open = { marks, from: match.index, inside: after, ours: word === blockLanguage };
    else if (word === '' && marks.startsWith(open.marks)) endBlock(match.index, after);
  }
  if (open !== undefined) endBlock(text.length, text.length);
  if (proseFrom < text.length) parts.push(prose(text, proseFrom, text.length));
  return parts;
}

function prose(text: string, from: number, to: number): ReportPart {
  return { kind: 'prose', text: text.slice(from, to), from, to };
}

/** A block as it stands in a report; what is absent is left out. */
export function writeReportBlock(block: Readonly<Record<string, unknown>>): string {
  const body = Object.fromEntries(Object.entries(block).filter(([, value]) => value !== undefined));
  return `\`\`\`${blockLanguage}\n${stringify(body)}\`\`\`\n`;
}

/** The text with something put in at a place, with empty lines around it. */
export function insertBlock(
  text: string,
  at: number,
  block: string,
): { readonly text: string; readonly end: number } {
  const [before, after] = [text.slice(0, at), text.slice(at)];
  const gap = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const start = `${before}${gap}${block}`;
  return { text: `${start}${after.startsWith('\n') || after === '' ? '' : '\n'}${after}`, end: start.length };
}
