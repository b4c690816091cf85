import { type XAxis, xAxes } from '#contract/metrics.ts';
import { SegmentedControl, Slider, Switch, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useRef } from 'react';
import { formatInteger } from '../ui/number.model.ts';
import { useKeys } from '../keyboard/use-keys.ts';
import { type ChartView, mostColumns } from './chart-view.model.ts';
import classes from './metric-grid.module.css';
import { axisNames } from './reading-text.ts';
import type { ChangeChartView } from './use-chart-view.ts';

interface ChartToolbarProps {
  readonly view: ChartView;
  readonly onChange: ChangeChartView;
  /** While the slider is moved: the address follows when it is let go. */
  readonly onSmooth: (smooth: number) => void;
  readonly found: number;
  readonly total: number;
}

const axisChoices = xAxes.map((value) => ({ value, label: axisNames[value] }));
const columnChoices = Array.from({ length: mostColumns + 1 }, (_none, count) => ({
  value: String(count),
  label: count === 0 ? 'Auto' : String(count),
}));

/** What holds for all charts of the page. */
export function ChartToolbar({ view, onChange, onSmooth, found, total }: ChartToolbarProps) {
  const search = useRef<HTMLInputElement>(null);
  useKeys('Charts', [
    { keys: '/', label: 'Search metrics', run: () => search.current?.focus() },
    { keys: 'l', label: 'Logarithmic axis on or off', run: () => onChange({ log: !view.log }, 'refine') },
    {
      keys: '0',
      label: 'Show all of every chart',
      run: () => onChange({ range: undefined, yRanges: new Map() }),
    },
    ...(view.full === undefined
      ? []
      : [{ keys: 'Escape', label: 'Back to all charts', run: () => onChange({ full: undefined }) }]),
  ]);
  return (
    <div className={classes['toolbar']} role="toolbar" aria-label="Charts">
      <TextInput
        ref={search}
        className={classes['search']}
        aria-label="Search metrics"
        placeholder={total === 1 ? 'Search 1 metric' : `Search ${formatInteger(total)} metrics`}
        leftSection={<IconSearch size={14} />}
        value={view.search}
        onChange={(event) => onChange({ search: event.currentTarget.value }, 'refine')}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      <span className={classes['found']} aria-live="polite">
        {found === total ? '' : `${formatInteger(found)} of ${formatInteger(total)}`}
      </span>
      <SegmentedControl
        size="xs"
        aria-label="Horizontal axis"
        data={axisChoices}
        value={view.x}
        onChange={(x: XAxis) => onChange({ x, range: undefined }, 'refine')}
      />
      <div className={classes['smoothing']}>
        <span aria-hidden="true">Smoothing</span>
        <Slider
          className={classes['slider']}
          thumbLabel="Smoothing"
          min={0}
          max={0.99}
          step={0.01}
          label={null}
          value={view.smooth}
          onChange={onSmooth}
          onChangeEnd={(smooth) => onChange({ smooth }, 'refine')}
        />
        <output className={classes['smoothing-value']}>{view.smooth.toFixed(2)}</output>
      </div>
      <Switch
        label="Log"
        checked={view.log}
        onChange={(event) => onChange({ log: event.currentTarget.checked }, 'refine')}
      />
      <div className={classes['columns-choice']}>
        <span aria-hidden="true">Columns</span>
        <SegmentedControl
          size="xs"
          aria-label="Columns"
          data={columnChoices}
          value={String(view.columns)}
          onChange={(columns) => onChange({ columns: Number(columns) }, 'refine')}
        />
      </div>
    </div>
  );
}
