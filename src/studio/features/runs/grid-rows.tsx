/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows that are placed one by one cannot be those of a <table> */
import type { RunRow } from '#contract/runs.ts';
import { useHref } from 'react-router';
import { url } from '#studio/app/url.ts';
import { usePreferences } from '#studio/preferences/preferences.store.ts';
import type { GridItem } from '#studio/ui/use-grid-window.ts';
import { useNow } from '#studio/ui/use-now.ts';
import { rowNowMs } from './cell-text.model.ts';
import type { ColumnLayout, PlacedColumn } from './column-layout.model.ts';
import { GridRow } from './grid-row.tsx';
import classes from './runs-grid.module.css';
import type { RowCursor } from './use-row-cursor.ts';

interface GridRowsProps {
  readonly workspace: string;
  readonly layout: ColumnLayout;
  /** Those in sight. */
  readonly columns: readonly PlacedColumn[];
  readonly grid: { readonly items: readonly GridItem[]; readonly height: number };
  readonly runs: ReadonlyMap<number, RunRow>;
  readonly selected: ReadonlySet<string>;
  readonly cursor: RowCursor;
}

/** The rows in sight. */
export function GridRows({ workspace, layout, columns, grid, runs, selected, cursor }: GridRowsProps) {
  const runsHref = useHref(url.runs(workspace));
  const nowMs = useNow();
  const exactTimes = usePreferences((state) => state.times === 'exact');
  return (
    <div role="rowgroup" className={classes['body']} style={bodyStyle(grid.height, layout)}>
      {grid.items.map(({ index, start, slot }) => {
        const run = runs.get(index);
        return (
          <GridRow
            key={slot}
            runsHref={runsHref}
            run={run}
            index={index}
            top={start}
            columns={columns}
            current={cursor.index === index}
            selected={run !== undefined && selected.has(run.runId)}
            nowMs={rowNowMs(run, nowMs)}
            exactTimes={exactTimes}
          />
        );
      })}
    </div>
  );
}

function bodyStyle(height: number, { width, name }: ColumnLayout): React.CSSProperties {
  const style: React.CSSProperties & Record<`--${string}`, string> = {
    blockSize: height,
    inlineSize: width,
    '--name-width': `${name.width}px`,
  };
  return style;
}
