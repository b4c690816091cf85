import type { RunRow } from '#contract/runs.ts';
import { formatInteger, formatNumber } from '#studio/ui/number.model.ts';
import { formatAgo, formatDuration, formatExact } from '#studio/ui/time.model.ts';
import type { Column, OwnColumn } from './column.model.ts';

/** What cells say depends on it beside the run. */
export interface CellClock {
  readonly nowMs: number;
  /** Times as dates instead of "3 min ago". */
  readonly exact: boolean;
}

/** What a run has in a column, in words; nothing where it has nothing: an empty cell is the quietest sign of it. */
export function cellText(run: RunRow, column: Column, clock: CellClock): string {
  if (column.kind === 'own') return ownText(run, column.name, clock);
  if (column.kind !== 'metrics') return run[column.kind][column.key] ?? '';
  const value = run.metrics[column.key];
  return value === undefined ? '' : formatNumber(value);
}

/** The same without anything rounded or left out, for those who look closer. */
export function cellDetail(run: RunRow, column: Column, clock: CellClock): string {
  if (column.kind === 'metrics') return String(run.metrics[column.key] ?? '');
  if (column.kind === 'own' && column.name === 'started') return formatExact(run.startedAtMs);
  if (column.kind === 'own' && column.name === 'duration') {
    const ms = durationMs(run, clock.nowMs);
    return ms === undefined ? '' : `${formatInteger(ms)} ms`;
  }
  return cellText(run, column, clock);
}

function ownText(run: RunRow, name: OwnColumn, { nowMs, exact }: CellClock): string {
  switch (name) {
    case 'name':
      return run.name;
    case 'status':
      return run.status;
    case 'started':
      return exact ? formatExact(run.startedAtMs) : formatAgo(run.startedAtMs, nowMs);
    case 'duration': {
      const ms = durationMs(run, nowMs);
      return ms === undefined ? '' : formatDuration(ms);
    }
    case 'experiment':
      return run.experimentName;
    case 'user':
      return run.userId;
  }
}

/** In milliseconds. One that ended without saying when has none; one that goes on counts up. */
function durationMs(run: RunRow, nowMs: number): number | undefined {
  if (run.endedAtMs !== null) return run.endedAtMs - run.startedAtMs;
  return run.status === 'RUNNING' ? Math.max(0, nowMs - run.startedAtMs) : undefined;
}

const minuteMs = 60_000;

/** The moment that a row is told: what changes once a minute is not drawn every second. */
export function rowNowMs(run: RunRow | undefined, nowMs: number): number {
  const counts = run?.status === 'RUNNING' || (run !== undefined && nowMs - run.startedAtMs < minuteMs);
  return counts ? nowMs : Math.floor(nowMs / minuteMs) * minuteMs;
}
