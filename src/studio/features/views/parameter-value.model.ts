import type { Writing } from './view-parameters.ts';

/** What a parameter's texts mean; `undefined` where they are not written the way they should be. */
export function readParameter(writing: Writing, texts: readonly string[]): unknown {
  if (writing === 'repeated') return texts;
  const [text = '', ...more] = texts;
  if (more.length > 0) return undefined;
  switch (writing) {
    case 'text':
      return text;
    case 'number':
      return text === '' ? undefined : Number(text);
    case 'flag':
      return text === '1' ? true : undefined;
    case 'list':
      return text.split(',');
    case 'columns':
      return text.split(',').map((item) => toColumn(item));
  }
}

/** The parameter's texts for what it means: the way back. */
export function writeParameter(writing: Writing, value: unknown): readonly string[] {
  if (writing === 'repeated') return Array.isArray(value) ? value.map(String) : [];
  if (writing === 'flag') return value === true ? ['1'] : [];
  if (writing === 'list') return Array.isArray(value) ? [value.map(String).join(',')] : [];
  if (writing === 'columns') return Array.isArray(value) ? [value.map((each) => toItem(each)).join(',')] : [];
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
}

interface ViewColumn {
  readonly term: string;
  readonly width?: number | undefined;
}

/** Columns stand in the address as `term~width`. */
function toColumn(item: string): ViewColumn {
  const [term = '', width, ...more] = item.split('~');
  if (width === undefined || more.length > 0 || !/^\d{1,4}$/.test(width)) return { term: item };
  return { term, width: Number(width) };
}

function toItem(column: unknown): string {
  if (typeof column !== 'object' || column === null || !('term' in column)) return '';
  const width = 'width' in column && typeof column.width === 'number' ? `~${column.width}` : '';
  return `${String(column.term)}${width}`;
}
