import type { Range } from '#studio/ui/rows-in-sight.model.ts';
import type { Column } from './column.model.ts';
import type { TableRow } from './fetch-rows.ts';

/** Rows fetched at once. */
export const windowSize = 100;
/** Data columns asked for at once: what lies far to the right is asked for when it comes into sight. */
export const columnsAtOnce = 24;

/** The windows that cover a range of rows and its neighbourhood, those in sight first. */
export function windowsFor(range: Range, total: number): readonly number[] {
  const lastWindow = Math.max(0, Math.ceil(total / windowSize) - 1);
  const from = Math.min(lastWindow, Math.floor(Math.max(0, range.first) / windowSize));
  const to = Math.min(lastWindow, Math.floor(Math.max(0, range.last) / windowSize));
  const inSight = Array.from({ length: to - from + 1 }, (_none, index) => from + index);
  const around = [to + 1, from - 1].filter((window) => window >= 0 && window <= lastWindow);
  return [...inSight, ...around];
}

/** The columns that are asked for, in groups that are fetched together, in the order of the table. */
export function columnGroups(columns: readonly Column[]): readonly (readonly Column[])[] {
  const keyed = columns.filter(isAsked);
  const count = Math.max(1, Math.ceil(keyed.length / columnsAtOnce));
  return Array.from({ length: count }, (_none, group) =>
    keyed.slice(group * columnsAtOnce, (group + 1) * columnsAtOnce),
  );
}

/** What every run has comes by itself. */
function isAsked(column: Column): boolean {
  return column.kind !== 'own';
}

/** The groups that the columns in sight belong to. */
export function groupsInSight(columns: readonly Column[], range: Range): readonly number[] {
  const groups = new Set([0]);
  let keyed = 0;
  for (const [index, column] of columns.entries()) {
    if (!isAsked(column)) continue;
    if (index >= range.first && index <= range.last) groups.add(Math.floor(keyed / columnsAtOnce));
    keyed += 1;
  }
  return [...groups];
}

/** A row put together from what was fetched for different columns. `undefined` where it is another run by now. */
export function joinRows(parts: readonly (TableRow | undefined)[]): TableRow | undefined {
  const [base, ...others] = parts;
  if (base === undefined || others.length === 0) return base;
  const same = [base, ...others.filter((part) => part !== undefined)].filter(
    (part) => part.runId === base.runId,
  );
  return {
    ...base,
    metrics: joinRecords(same.map((part) => part.metrics)),
    params: joinRecords(same.map((part) => part.params)),
    tags: joinRecords(same.map((part) => part.tags)),
    values: joinRecords(same.map((part) => part.values)),
  };
}

function joinRecords<T>(records: readonly Readonly<Record<string, T>>[]): Record<string, T> {
  return Object.fromEntries(records.flatMap((record) => Object.entries(record)));
}
