/** How large a chart is: across columns, and by rows of the usual height. */
export interface CardSize {
  readonly columns: number;
  readonly rows: number;
}

export const usualSize: CardSize = { columns: 1, rows: 1 };
export const mostCardColumns = 4;
export const mostCardRows = 3;

export function parseSize(text: string): readonly (readonly [string, CardSize])[] {
  const [, columns = '', rows = '', key] = /^([1-4])x([1-3])\.\.(.+)$/s.exec(text) ?? [];
  return key === undefined ? [] : [[key, { columns: Number(columns), rows: Number(rows) }]];
}

export function formatSize(key: string, { columns, rows }: CardSize): string {
  return `${columns}x${rows}..${key}`;
}

/** The size with so many more columns and rows, within what a chart may have. */
export function resized(size: CardSize, columns: number, rows: number): CardSize {
  return {
    columns: Math.min(mostCardColumns, Math.max(1, size.columns + columns)),
    rows: Math.min(mostCardRows, Math.max(1, size.rows + rows)),
  };
}
