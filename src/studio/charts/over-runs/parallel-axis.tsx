import { Menu } from '@mantine/core';
import {
  IconArrowLeft,
  IconArrowRight,
  IconArrowsUpDown,
  IconMathFunction,
  IconX,
} from '@tabler/icons-react';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { formatInteger } from '#studio/ui/number.model.ts';
import { labelTerm } from './label-term.ts';
import classes from './over-runs.module.css';
import {
  type AxisChoice,
  type Brush,
  moveBrush,
  type ParallelAxis,
  type ParallelPlot,
} from './parallel.model.ts';

interface AxisProps {
  readonly axis: ParallelAxis;
  readonly plot: ParallelPlot;
  readonly brush: Brush | undefined;
  readonly onBrush: (brush: Brush | undefined) => void;
  readonly onChange: (change: Partial<AxisChoice>) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** How far an arrow key moves a brush, as a share of the axis. */
const keyStep = 0.02;

/** One axis with its name, its ticks and its brush, by pointer and by key. */
export function ParallelAxisView(props: AxisProps) {
  const { axis, plot, brush, onBrush } = props;
  const start = useRef<number>(undefined);
  const shareAt = (event: PointerEvent<HTMLElement>): number => {
    const top = event.clientY - event.currentTarget.getBoundingClientRect().top;
    return Math.min(1, Math.max(0, 1 - top / plot.height));
  };
  const extend = (event: PointerEvent<HTMLElement>): void => {
    if (start.current === undefined) return;
    const [from, to] = [start.current, shareAt(event)].sort((a, b) => a - b);
    if (from !== undefined && to !== undefined && to - from > 0.005) onBrush({ from, to });
  };
  return (
    <div className={classes['axis']} style={{ insetInlineStart: axis.left, insetBlockStart: 0 }}>
      <AxisMenu {...props} />
      <div
        className={classes['axis-line']}
        style={{ insetBlockStart: plot.top, blockSize: plot.height }}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an input cannot hold a range of an upright axis
        role="slider"
        aria-label={`Range of ${axis.term}`}
        aria-orientation="vertical"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={brush === undefined || brush === 'none' ? 100 : Math.round(brush.to * 100)}
        aria-valuetext={describeBrush(axis, brush)}
        tabIndex={0}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          start.current = shareAt(event);
        }}
        onPointerMove={extend}
        onPointerUp={(event) => {
          if (start.current !== undefined && Math.abs(shareAt(event) - start.current) <= 0.005)
            onBrush(undefined);
          start.current = undefined;
        }}
        onKeyDown={(event) => pressKey(event, brush, onBrush)}
      >
        {axis.ticks.map((tick) => (
          <span
            key={tick.label}
            className={classes['tick']}
            style={{ insetBlockEnd: `${tick.share * 100}%` }}
          >
            {tick.label}
          </span>
        ))}
        {brush !== undefined && brush !== 'none' && (
          <span
            className={classes['brush']}
            style={{ insetBlockEnd: `${brush.from * 100}%`, blockSize: `${(brush.to - brush.from) * 100}%` }}
          />
        )}
      </div>
      {axis.without > 0 && (
        <button
          type="button"
          className={classes['none']}
          style={{ insetBlockStart: plot.noneTop - 9 }}
          aria-pressed={brush === 'none'}
          title={`${formatInteger(axis.without)} runs without a value: press to keep just these`}
          onClick={() => onBrush(brush === 'none' ? undefined : 'none')}
        >
          none
        </button>
      )}
    </div>
  );
}

function AxisMenu({ axis, plot, onChange, onMove, onRemove }: AxisProps) {
  const { choice, kind } = axis;
  const isLog = kind === 'log' || kind === 'symlog';
  return (
    <Menu position="bottom" withinPortal>
      <Menu.Target>
        <button
          type="button"
          className={classes['axis-name']}
          style={{ inlineSize: Math.max(44, Math.min(180, plot.gap - 8)) }}
          title={axis.term}
        >
          <span>{labelTerm(axis.term)}</span>
          {isLog && <small>{kind}</small>}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconArrowsUpDown size={14} />}
          onClick={() => onChange({ inverted: !choice.inverted })}
        >
          Turn round
        </Menu.Item>
        {kind !== 'words' && (
          <Menu.Item leftSection={<IconMathFunction size={14} />} onClick={() => onChange({ log: !isLog })}>
            {isLog ? 'Linear' : 'Logarithmic'}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconArrowLeft size={14} />} onClick={() => onMove(-1)}>
          Move left
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowRight size={14} />} onClick={() => onMove(1)}>
          Move right
        </Menu.Item>
        <Menu.Item leftSection={<IconX size={14} />} onClick={onRemove}>
          Remove
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function pressKey(
  event: KeyboardEvent,
  brush: Brush | undefined,
  onBrush: (brush: Brush | undefined) => void,
): void {
  const edge = event.shiftKey ? 'to' : 'both';
  if (event.key === 'ArrowUp') onBrush(moveBrush(brush ?? { from: 0, to: 0.5 }, keyStep, edge));
  else if (event.key === 'ArrowDown') onBrush(moveBrush(brush ?? { from: 0.5, to: 1 }, -keyStep, edge));
  else if (event.key === 'Escape' || event.key === 'Delete') onBrush(undefined);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function describeBrush(axis: ParallelAxis, brush: Brush | undefined): string {
  if (brush === undefined) return 'all';
  if (brush === 'none') return 'runs without a value';
  const inside = axis.ticks.filter(({ share }) => share >= brush.from && share <= brush.to);
  const [first, last] = [inside[0]?.label, inside.at(-1)?.label];
  return first === undefined
    ? `${Math.round(brush.from * 100)} to ${Math.round(brush.to * 100)} %`
    : `about ${first} to ${last}`;
}
