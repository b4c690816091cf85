import { Button, Slider } from '@mantine/core';
import {
  type PointerEvent,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTheme } from '#studio/preferences/use-theme.ts';
import { formatInteger } from '#studio/ui/number.model.ts';
import { readChartTheme } from '../scene/chart-theme.ts';
import { pointAtRun, useCrosshairStore } from '../crosshair.store.ts';
import { useSize } from '../scene/use-size.ts';
import { ChosenRuns } from './chosen-runs.tsx';
import classes from './over-runs.module.css';
import { ParallelAxisView } from './parallel-axis.tsx';
import { createParallelPainter, type ParallelPainter, strokeRows } from './parallel-painter.ts';
import {
  type AxisChoice,
  type Brush,
  keptByBrushes,
  layoutParallel,
  nearestRow,
  type ParallelPlot,
  topBrush,
} from './parallel.model.ts';
import { prepareCanvas } from './prepare-canvas.ts';
import { rowColours } from './row-colours.ts';
import type { RunTable } from './run-table.model.ts';

interface ParallelChartProps {
  readonly table: RunTable;
  readonly terms: readonly string[];
  readonly onTerms: (terms: readonly string[]) => void;
  /** Told which runs the reader chose to go on with. */
  readonly onKeep?: ((runIds: readonly string[]) => void) | undefined;
  /** Chooses runs without leaving out the others: what to do with them is asked elsewhere on the page. */
  readonly onSelect?: ((runIds: readonly string[]) => void) | undefined;
}

/** More runs than this are coloured by the last axis, for no palette has so many colours. */
const mostOwnColours = 14;
const reachPixels = 8;

/** Each run as a line across one axis a term; brushes on the axes keep some of them. */
export function ParallelChart({ table, terms, onTerms, onKeep, onSelect }: ParallelChartProps) {
  const host = useRef<HTMLDivElement>(null);
  const size = useSize(host);
  const [settings, setSettings] = useState<ReadonlyMap<string, Partial<AxisChoice>>>(new Map());
  const [brushes, setBrushes] = useState<ReadonlyMap<string, Brush>>(new Map());
  const plot = useMemo(() => {
    if (size === undefined) return undefined;
    const choices = terms.map((term) => ({ inverted: false, ...settings.get(term), term }));
    return layoutParallel(table, choices, size);
  }, [table, terms, settings, size]);
  const kept = useMemo(
    () => (plot === undefined ? undefined : keptByBrushes(plot, brushes)),
    [plot, brushes],
  );
  const count = kept?.reduce((sum, each) => sum + each, 0) ?? 0;
  const brush = (term: string, to: Brush | undefined): void => {
    const next = new Map(brushes);
    if (to === undefined) next.delete(term);
    else next.set(term, to);
    setBrushes(next);
  };
  const move = (term: string, by: number): void => {
    const from = terms.indexOf(term);
    const to = from + by;
    if (to < 0 || to >= terms.length) return;
    onTerms(terms.toSpliced(from, 1).toSpliced(to, 0, term));
  };
  return (
    <div className={classes['parallel']}>
      <div ref={host} className={classes['parallel-body']}>
        {plot !== undefined && kept !== undefined && <ParallelLines table={table} plot={plot} kept={kept} />}
        {plot?.axes.map((axis) => (
          <ParallelAxisView
            key={axis.term}
            axis={axis}
            plot={plot}
            brush={brushes.get(axis.term)}
            onBrush={(to) => brush(axis.term, to)}
            onChange={(change) =>
              setSettings(new Map(settings).set(axis.term, { ...settings.get(axis.term), ...change }))
            }
            onMove={(by) => move(axis.term, by)}
            onRemove={() => onTerms(terms.filter((term) => term !== axis.term))}
          />
        ))}
      </div>
      <div className={classes['foot']}>
        <output>
          {brushes.size === 0
            ? `${formatInteger(table.runs.length)} runs`
            : `${formatInteger(count)} of ${formatInteger(table.runs.length)} runs in the brushes`}
        </output>
        {plot !== undefined && plot.axes.length > 0 && (
          <TopSlider plot={plot} onBrush={(term, to) => brush(term, to)} />
        )}
        {brushes.size > 0 && (
          <>
            <Button size="compact-sm" variant="default" onClick={() => setBrushes(new Map())}>
              Clear brushes
            </Button>
            {kept !== undefined && (
              <ChosenRuns
                runIds={table.runs.filter((_run, row) => kept[row] === 1).map((run) => run.runId)}
                onKeep={onKeep}
                onSelect={onSelect}
              />
            )}
          </>
        )}
      </div>
    </div>
  );
}

/** The best share of the runs by the last axis. */
function TopSlider({
  plot,
  onBrush,
}: {
  readonly plot: ParallelPlot;
  readonly onBrush: (term: string, brush: Brush | undefined) => void;
}) {
  const last = plot.axes.at(-1);
  const [percent, setPercent] = useState(100);
  if (last === undefined || last.kind === 'words' || last.kind === 'empty') return null;
  return (
    <div className={classes['top']}>
      <span aria-hidden="true">Top {percent} %</span>
      <Slider
        className={classes['top-slider']}
        thumbLabel={`Highest share by ${last.term}`}
        min={1}
        max={100}
        label={null}
        value={percent}
        onChange={(next) => {
          setPercent(next);
          onBrush(last.term, next === 100 ? undefined : topBrush(last, next / 100, 'high'));
        }}
      />
    </div>
  );
}

interface LinesProps {
  readonly table: RunTable;
  readonly plot: ParallelPlot;
  readonly kept: Uint8Array;
}

function ParallelLines({ table, plot, kept }: LinesProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const over = useRef<HTMLCanvasElement>(null);
  const painter = useRef<ParallelPainter>(undefined);
  const scheme = useTheme();
  const store = useCrosshairStore();
  const shown = useDeferredValue(kept);
  const colours = useMemo(() => {
    const byLast = table.runs.length > mostOwnColours ? plot.axes.at(-1) : undefined;
    return rowColours(table, byLast, scheme, scheme === 'light' ? '#8a8a84' : '#767b83');
  }, [table, plot, scheme]);
  useLayoutEffect(() => {
    if (canvas.current === null) return undefined;
    painter.current ??= createParallelPainter(canvas.current);
    const pale = readChartTheme(canvas.current, scheme).line;
    painter.current.draw({ plot, colours, kept: shown, pale });
    return () => painter.current?.stop();
  }, [plot, colours, shown, scheme]);
  useEffect(() => {
    const rowOf = new Map(table.runs.map((run, row) => [run.runId, row]));
    const paint = (): void => {
      const { current } = over;
      const context = current === null ? undefined : prepareCanvas(current);
      const row = rowOf.get(store.getState().runId ?? '');
      if (canvas.current !== null) canvas.current.style.opacity = row === undefined ? '1' : '0.35';
      if (context === undefined || row === undefined) return;
      context.lineWidth = 2.5;
      context.strokeStyle = colours[row] ?? '';
      strokeRows(context, plot, [row]);
    };
    paint();
    return store.subscribe(paint);
  }, [store, table, plot, colours]);
  const point = (event: PointerEvent<HTMLElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const place = { left: event.clientX - box.left, top: event.clientY - box.top };
    const row = nearestRow(plot, kept, place, reachPixels);
    const runId = row === undefined ? undefined : table.runs[row]?.runId;
    if (runId !== store.getState().runId) pointAtRun(store, runId);
  };
  return (
    <div
      className={classes['lines']}
      onPointerMove={point}
      onPointerLeave={() => pointAtRun(store, undefined)}
      aria-hidden="true"
    >
      <canvas ref={canvas} />
      <canvas ref={over} />
      <HoveredName table={table} />
    </div>
  );
}

/** The name of the run that stands out, wherever it is pointed at. */
export function HoveredName({ table }: { readonly table: RunTable }) {
  const store = useCrosshairStore();
  const [name, setName] = useState<string>();
  useEffect(() => {
    const names = new Map(table.runs.map((run) => [run.runId, run.name]));
    return store.subscribe(({ runId }) => setName(runId === undefined ? undefined : names.get(runId)));
  }, [store, table]);
  return name === undefined ? null : <span className={classes['hovered']}>{name}</span>;
}
