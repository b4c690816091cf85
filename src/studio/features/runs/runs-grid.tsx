import { useNavigate } from 'react-router';
import { url } from '#studio/app/url.ts';
import { ErrorState } from '#studio/ui/error-state.tsx';
import { GridHeader } from './grid-header.tsx';
import type { RunsGridProps } from './grid-props.ts';
import { rowId } from './grid-row.tsx';
import { BaselineRows, GridRows } from './grid-rows.tsx';
import { pressRow } from './press-row.ts';
import classes from './runs-grid.module.css';
import { useCellTitles } from './use-cell-titles.ts';
import { useGridModel } from './use-grid-model.ts';

/** All runs as a grid in which only what is in sight exists. */
export function RunsGrid(props: RunsGridProps) {
  const { workspace, view, cursor } = props;
  const navigate = useNavigate();
  const model = useGridModel(props);
  const { layout, groups, grid, context, runs, stale, setTop } = model;
  const { setScroller, items, height } = grid;
  const titles = useCellTitles(runs, layout, context.exactTimes);
  if (groups !== undefined && groups.error !== null) {
    return <ErrorState title="The groups could not be loaded" error={groups.error} onRetry={groups.retry} />;
  }
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- it has one of two roles, and the keys of the screen do the same
    <div
      ref={setScroller}
      role={view.group.length > 0 || view.as === 'tree' ? 'treegrid' : 'grid'}
      aria-label="Runs"
      aria-rowcount={model.rows + 1}
      aria-colcount={layout.asked.length + 1}
      aria-multiselectable="true"
      aria-activedescendant={cursor.index === undefined ? undefined : rowId(cursor.index)}
      aria-busy={stale}
      tabIndex={0}
      className={classes['scroller']}
      style={leadStyle(layout.leadWidth, layout.name.width)}
      data-density={view.density}
      data-stale={stale}
      // oxlint-disable-next-line jsx-a11y/mouse-events-have-key-events -- a title shows what the cell says in short
      onMouseOver={titles}
      onClick={(event) => {
        const opened = runs.get(pressRow(event, { ...props, onToggle: model.onToggle }) ?? -1);
        if (opened !== undefined) void navigate(url.run(workspace, opened.runId));
      }}
    >
      <div ref={setTop} role="none" className={classes['top']} style={{ inlineSize: layout.width }}>
        <GridHeader
          layout={layout}
          columns={model.inSight}
          sort={view.sort}
          actions={props.actions}
          directions={props.directions}
          workspace={workspace}
        />
        {model.baselines.length > 0 && (
          <BaselineRows context={context} baselines={model.baselines} rowHeight={model.rowHeight} />
        )}
      </div>
      <GridRows
        context={context}
        items={items}
        height={height}
        width={layout.width}
        runs={runs}
        placeOf={model.placeOf}
        groupAt={model.groupAt}
        groupKeys={view.group}
        terms={model.terms}
        ranked={view.as === 'ranked'}
        baselineIds={model.baselineIds}
        selected={props.selected}
        cursor={cursor}
      />
    </div>
  );
}

function leadStyle(lead: number, name: number): React.CSSProperties {
  const style: React.CSSProperties & Record<`--${string}`, string> = {
    '--lead-width': `${lead}px`,
    '--name-width': `${name}px`,
  };
  return style;
}
