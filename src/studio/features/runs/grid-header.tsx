/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows that are placed one by one cannot be those of a <table> */
import { memo } from 'react';
import { useSetDirection } from '#studio/metric/use-set-direction.ts';
import { columnId } from './column.model.ts';
import { type ColumnGroup, columnGroupsOf } from './column-layout.model.ts';
import type { GridHeaderProps } from './header-props.ts';
import { HeaderCell } from './header-cell.tsx';
import classes from './grid-header.module.css';

/** The headings, below what groups of them share; scrolling down does not render them anew. */
export const GridHeader = memo(function GridHeader(props: GridHeaderProps) {
  const { layout, columns } = props;
  // Asked for here: it is another function each time, and would draw all headings anew as the rows scroll.
  const onDirection = useSetDirection(props.workspace);
  return (
    <div
      role="rowgroup"
      className={classes['head']}
      data-grouped={layout.grouped}
      style={{ inlineSize: layout.width }}
    >
      {layout.grouped && (
        <div className={classes['groups']} aria-hidden="true">
          <Groups groups={columnGroupsOf(layout.columns)} />
          <div className={classes['lead']} style={{ inlineSize: layout.leadWidth }}>
            <Groups groups={columnGroupsOf(layout.pinned)} />
          </div>
        </div>
      )}
      <div role="row" aria-rowindex={1} className={classes['row']}>
        <div role="none" className={classes['lead']} style={{ inlineSize: layout.leadWidth }}>
          <HeaderCell {...props} placed={layout.name} onDirection={onDirection} />
          {layout.pinned.map((placed) => (
            <HeaderCell key={columnId(placed.column)} {...props} placed={placed} onDirection={onDirection} />
          ))}
        </div>
        {columns.map((placed) => (
          <HeaderCell key={columnId(placed.column)} {...props} placed={placed} onDirection={onDirection} />
        ))}
      </div>
    </div>
  );
});

function Groups({ groups }: { readonly groups: readonly ColumnGroup[] }) {
  return groups.map(({ label, left, width }) => (
    <span
      key={left}
      className={classes['group']}
      style={{ insetInlineStart: left, inlineSize: width }}
      title={label}
    >
      <span className={classes['group-text']}>{label}</span>
    </span>
  ));
}
