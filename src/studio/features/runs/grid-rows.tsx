/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows that are placed one by one cannot be those of a <table> */
import type { RunGroup } from '#contract/run-groups.ts';
import type { GridItem } from '#studio/ui/use-grid-window.ts';
import { useNow } from '#studio/ui/use-now.ts';
import { rowNowMs } from './cell-text.model.ts';
import type { TableRow } from './fetch-rows.ts';
import { GridRow } from './grid-row.tsx';
import { GroupRow } from './group-row.tsx';
import { groupLabel } from './runs-groups.model.ts';
import type { GroupKey } from './runs-view.model.ts';
import type { RowContext, RowPlace } from './row-context.ts';
import classes from './runs-grid.module.css';
import type { RowCursor } from './use-row-cursor.ts';
import type { Selection } from './use-selection.ts';

interface GridRowsProps {
  readonly context: RowContext;
  readonly items: readonly GridItem[];
  readonly height: number;
  readonly width: number;
  readonly runs: ReadonlyMap<number, TableRow>;
  readonly placeOf: (index: number) => RowPlace;
  readonly groupAt: (index: number) => RunGroup | undefined;
  readonly groupKeys: readonly GroupKey[];
  /** Of the groups' values, in their order. */
  readonly terms: readonly string[];
  readonly ranked: boolean;
  readonly baselineIds: ReadonlySet<string>;
  readonly selected: Selection['has'];
  readonly cursor: RowCursor;
}

/** The rows in sight. */
export function GridRows(props: GridRowsProps) {
  const { context, items, height, width, runs, placeOf, groupAt, baselineIds, selected, cursor } = props;
  const nowMs = useNow();
  return (
    <div role="rowgroup" className={classes['body']} style={{ blockSize: height, inlineSize: width }}>
      {items.map(({ index, start, slot }) => {
        const run = runs.get(index);
        const { at, depth, below, open } = placeOf(index);
        const rank = props.ranked && depth === 0 ? at + 1 : undefined;
        const group = groupAt(index);
        if (group !== undefined) {
          return (
            <GroupRow
              key={slot}
              group={group}
              label={groupLabel(group, props.groupKeys)}
              terms={props.terms}
              index={index}
              top={start}
              rank={rank}
              open={open}
              current={cursor.index === index}
              pinned={context.pinned}
              columns={context.columns}
            />
          );
        }
        return (
          <GridRow
            key={slot}
            context={context}
            run={run}
            index={index}
            top={start}
            current={cursor.index === index}
            selected={run !== undefined && selected.has(run)}
            nowMs={rowNowMs(run, nowMs)}
            depth={depth}
            below={below}
            open={open}
            isBaseline={run !== undefined && baselineIds.has(run.runId)}
            rank={rank}
          />
        );
      })}
    </div>
  );
}

interface BaselineRowsProps {
  readonly context: RowContext;
  readonly baselines: readonly TableRow[];
  readonly rowHeight: number;
}

/** The baselines, in sight above all rows. */
export function BaselineRows({ context, baselines, rowHeight }: BaselineRowsProps) {
  const nowMs = useNow();
  return (
    <div
      role="rowgroup"
      aria-label="Baselines"
      className={classes['baselines']}
      style={{ blockSize: baselines.length * rowHeight }}
    >
      {baselines.map((run, place) => (
        <GridRow
          key={run.runId}
          context={context}
          run={run}
          index={undefined}
          top={place * rowHeight}
          current={false}
          selected={false}
          nowMs={rowNowMs(run, nowMs)}
          depth={0}
          below={0}
          open={false}
          isBaseline
          rank={undefined}
        />
      ))}
    </div>
  );
}
