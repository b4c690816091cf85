import { IconChevronDown, IconChevronRight, IconPin } from '@tabler/icons-react';
import { formatInteger } from '#studio/ui/number.model.ts';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSize } from '../scene/use-size.ts';
import {
  dropIndex,
  type GridItem,
  type GridLayout,
  headHeight,
  headingId,
  itemsWithin,
  layoutGrid,
} from './grid-layout.model.ts';
import type { MetricCardProps } from './metric-card-props.ts';
import { toggleKey, withKey } from './metric-card-props.ts';
import { MetricCard } from './metric-card.tsx';
import classes from './metric-grid.module.css';
import type { MetricSection } from './metric-sections.model.ts';
import { scrollMargin, useScrollWindow } from './use-scroll-window.ts';

interface CardFieldProps extends Omit<MetricCardProps, 'metric'> {
  readonly sections: readonly MetricSection[];
}

const nowhere: GridLayout = { items: [], height: 0, columns: 1, columnWidth: 0 };

/** All charts of a page, laid out beforehand; only those in sight are there, and the one that has the focus. */
export function CardField({ sections, ...shared }: CardFieldProps) {
  const { view, onChange } = shared;
  const { columns, sizes, closed, search } = view;
  const field = useRef<HTMLDivElement>(null);
  const size = useSize(field);
  const [focused, setFocused] = useState<string>();
  const width = size?.width;
  const layout = useMemo(() => {
    if (width === undefined) return nowhere;
    const isOpen = (section: MetricSection): boolean =>
      search !== '' || !closed.includes(closedName(section));
    return layoutGrid(sections, { width, columns, sizes, isOpen });
  }, [sections, width, columns, sizes, closed, search]);
  const { from, to, fast } = useScrollWindow(field);
  const move = useMove(layout, onChange);
  const items = useMemo(() => itemsWithin(layout, from, to, focused), [layout, from, to, focused]);
  return (
    <div
      ref={field}
      className={classes['field']}
      style={{ minBlockSize: Math.max(1, layout.height) }}
      onFocus={(event) => setFocused(event.target.closest<HTMLElement>('[data-item]')?.dataset['item'])}
      onBlur={() => setFocused(undefined)}
    >
      {items.map((item) => (
        <div key={item.id} data-item={item.id} className={classes['item']} style={placeOf(item)}>
          {item.metric === undefined ? (
            <SectionHead
              section={item.section}
              open={search !== '' || !closed.includes(closedName(item.section))}
              onToggle={() =>
                onChange((now) => ({ closed: toggleKey(now.closed, closedName(item.section)) }), 'refine')
              }
            />
          ) : (
            <MetricCard
              {...shared}
              metric={item.metric}
              room={roomOf(item.width, item.height)}
              fast={fast}
              inSight={item.top < to - scrollMargin && item.top + item.height > from + scrollMargin}
              columnWidth={layout.columnWidth}
              onMove={move}
            />
          )}
        </div>
      ))}
    </div>
  );
}

const rooms = new Map<string, { readonly width: number; readonly height: number }>();

/** The room of a card's chart; the same object for the same room, so that nothing is drawn anew for it. */
function roomOf(width: number, height: number): { readonly width: number; readonly height: number } {
  const name = `${width} ${height}`;
  const room = rooms.get(name) ?? { width: Math.floor(width), height: height - headHeight };
  rooms.set(name, room);
  return room;
}

/** Moves a chart within its section: by so many places, or to where it was dropped. */
function useMove(layout: GridLayout, onChange: CardFieldProps['onChange']) {
  const latest = useRef(layout);
  useEffect(() => {
    latest.current = layout;
  }, [layout]);
  return useCallback(
    (metric: string, by: { readonly x: number; readonly y: number } | number) => {
      const item = latest.current.items.find((each) => each.metric === metric);
      if (item === undefined) return;
      const last = item.section.keys.length - 1;
      const index =
        typeof by === 'number'
          ? item.index + by
          : dropIndex(
              latest.current,
              item,
              item.left + item.width / 2 + by.x,
              item.top + item.height / 2 + by.y,
            );
      const place = Math.min(last, Math.max(0, index));
      if (item.section.pinned === true) {
        onChange(
          (now) => ({ pins: now.pins.filter((key) => key !== metric).toSpliced(place, 0, metric) }),
          'refine',
        );
      } else {
        onChange((now) => ({ moves: withKey(now.moves, metric, place) }), 'refine');
      }
    },
    [onChange],
  );
}

/** Sections are closed by their prefix; the pinned ones by a name that no prefix can have. */
function closedName({ prefix, pinned }: MetricSection): string {
  return pinned === true ? '/pinned' : prefix;
}

function placeOf({ left, top, width, height }: GridItem): React.CSSProperties {
  return { insetInlineStart: left, insetBlockStart: top, inlineSize: width, blockSize: height };
}

interface SectionHeadProps {
  readonly section: MetricSection;
  readonly open: boolean;
  readonly onToggle: () => void;
}

function SectionHead({ section, open, onToggle }: SectionHeadProps) {
  const name = section.pinned === true ? 'Pinned' : section.prefix === '' ? 'General' : section.prefix;
  return (
    <h2 className={classes['section']} id={headingId(section)}>
      <button type="button" aria-expanded={open} onClick={onToggle}>
        {open ? <IconChevronDown size={16} /> : <IconChevronRight size={16} />}
        {section.pinned === true && <IconPin size={14} />}
        {name}
        <span className={classes['section-count']}>{formatInteger(section.keys.length)}</span>
      </button>
    </h2>
  );
}
