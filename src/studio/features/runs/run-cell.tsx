import { runPalette } from '#domain/colour/run-palette.ts';
import { toRunMark } from '#domain/colour/run-marks.ts';
import { DeltaText } from '#studio/metric/delta-text.tsx';
import { StatusBadge } from '#studio/ui/status-badge.tsx';
import { type CellClock, cellText } from './cell-text.model.ts';
import type { Column } from './column.model.ts';
import type { TableRow } from './fetch-rows.ts';
import type { RowContext } from './row-context.ts';
import classes from './runs-grid.module.css';
import { sparkHeight, sparkWidth } from './spark.model.ts';

/** What a run has in a column: text, save where a sign says more. */
export function runCell(
  run: TableRow,
  column: Column,
  clock: CellClock,
  context: RowContext,
): React.ReactNode {
  if (column.kind === 'spark') return <Spark run={run} path={context.pathOf(run.runId, column.key)} />;
  if (column.kind === 'own' && column.name === 'status') return <StatusBadge status={run.status} />;
  const text = cellText(run, column, clock);
  const delta = context.marks.deltaOf(run, column);
  if (column.kind !== 'metrics' || !context.marks.measured || text === '') return text;
  return (
    <>
      {text}
      <span className={classes['beside']}>{delta !== undefined && <DeltaText delta={delta} />}</span>
    </>
  );
}

function Spark({ run, path }: { readonly run: TableRow; readonly path: string | undefined }) {
  if (path === undefined || path === '') return null;
  const { colour, own } = toRunMark(run);
  const style: React.CSSProperties & Record<`--run-${string}`, string | undefined> = {
    '--run-light': own ?? runPalette[colour]?.light,
    '--run-dark': own ?? runPalette[colour]?.dark,
  };
  return (
    <svg
      viewBox={`0 0 ${sparkWidth} ${sparkHeight}`}
      preserveAspectRatio="none"
      className={classes['spark']}
      style={style}
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  );
}
