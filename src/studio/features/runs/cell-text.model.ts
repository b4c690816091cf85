import { formatInteger, formatNumber } from '#studio/ui/number.model.ts';
import { formatAgo, formatDuration, formatExact } from '#studio/ui/time.model.ts';
import type { Column, OwnColumn } from './column.model.ts';
import { metricValue, type TableRow } from './fetch-rows.ts';

/** What cells say depends on it beside the run. */
export interface CellClock {
  readonly nowMs: number;
  /** Times as dates instead of "3 min ago". */
  readonly exact: boolean;
}

/** What a run has in a column, in words; nothing where it has nothing: an empty cell is the quietest sign of it. */
export function cellText(run: TableRow, column: Column, clock: CellClock): string {
  if (column.kind === 'own') return ownText(run, column.name, clock);
  if (column.kind === 'params' || column.kind === 'tags') return run[column.kind][column.key] ?? '';
  const value = metricValue(run, column);
  return value === undefined ? '' : formatNumber(value);
}

/** The same without anything rounded or left out, for those who look closer. */
export function cellDetail(run: TableRow, column: Column, clock: CellClock): string {
  if (column.kind === 'metrics') return String(metricValue(run, column) ?? '');
  if (column.kind === 'own' && column.name === 'started') return formatExact(run.startedAtMs);
  if (column.kind === 'own' && column.name === 'ended' && run.endedAtMs !== null)
    return formatExact(run.endedAtMs);
  if (column.kind === 'own' && column.name === 'duration') {
    const ms = durationMs(run, clock.nowMs);
    return ms === undefined ? '' : `${formatInteger(ms)} ms`;
  }
  return cellText(run, column, clock);
}

function ownText(run: TableRow, name: OwnColumn, { nowMs, exact }: CellClock): string {
  switch (name) {
    case 'name':
      return run.name;
    case 'status':
      return run.status;
    case 'started':
      return exact ? formatExact(run.startedAtMs) : formatAgo(run.startedAtMs, nowMs);
    case 'ended':
      if (run.endedAtMs === null) return '';
      return exact ? formatExact(run.endedAtMs) : formatAgo(run.endedAtMs, nowMs);
    case 'duration': {
      const ms = durationMs(run, nowMs);
      return ms === undefined ? '' : formatDuration(ms);
    }
    case 'experiment':
      return run.experimentName;
    case 'user':
      return run.userId;
    case 'id':
      return run.runId;
  }
}

/** In milliseconds. One that ended without saying when has none; one that goes on counts up. */
function durationMs(run: TableRow, nowMs: number): number | undefined {
  if (run.endedAtMs !== null) return run.endedAtMs - run.startedAtMs;
  return run.status === 'RUNNING' ? Math.max(0, nowMs - run.startedAtMs) : undefined;
}

const minuteMs = 60_000;

/** The moment that a row is told: what changes once a minute is not drawn every second. */
export function rowNowMs(run: TableRow | undefined, nowMs: number): number {
  const counts = run?.status === 'RUNNING' || (run !== undefined && nowMs - run.startedAtMs < minuteMs);
  return counts ? nowMs : Math.floor(nowMs / minuteMs) * minuteMs;
}
