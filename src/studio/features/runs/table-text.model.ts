import { cellDetail } from './cell-text.model.ts';
import { type Column, columnId } from './column.model.ts';
import { columnLabel } from './column-label.model.ts';
import { metricValue, type TableRow } from './fetch-rows.ts';

const nameColumn: Column = { kind: 'own', name: 'name' };

/** Runs with the columns on screen as a table in Markdown, values in full. */
export function toMarkdown(rows: readonly TableRow[], columns: readonly Column[], nowMs: number): string {
  const all = tellable(columns);
  const line = (cells: readonly string[]): string => `| ${cells.map(escapeMarkdown).join(' | ')} |`;
  return [
    line(all.map(columnLabel)),
    `|${all.map((column) => (column.kind === 'metrics' ? ' ---: |' : ' --- |')).join('')}`,
    ...rows.map((row) => line(all.map((column) => textOf(row, column, nowMs)))),
  ].join('\n');
}

/** The same as CSV (RFC 4180), the columns under their terms. */
export function toCsv(rows: readonly TableRow[], columns: readonly Column[], nowMs: number): string {
  const all = [...tellable(columns), { kind: 'own', name: 'id' } as const];
  const line = (cells: readonly string[]): string => cells.map(quoteCsv).join(',');
  return [
    line(all.map(columnId)),
    ...rows.map((row) => line(all.map((column) => textOf(row, column, nowMs)))),
  ].join('\r\n');
}

function tellable(columns: readonly Column[]): readonly Column[] {
  const others = columns
    .filter(({ kind }) => kind !== 'spark')
    .filter((column) => columnId(column) !== 'name');
  return [nameColumn, ...others];
}

function textOf(row: TableRow, column: Column, nowMs: number): string {
  if (column.kind === 'metrics') return String(metricValue(row, column) ?? '');
  return cellDetail(row, column, { nowMs, exact: true });
}

function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\|`*_<>[\]]/g, String.raw`\$&`).replaceAll(/\r?\n/g, ' ');
}

/** A text that a spreadsheet would take for a formula is told by a quote in front of it. */
function quoteCsv(text: string): string {
  const safe = /^[=+@\t\r]|^-(?!\d)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
