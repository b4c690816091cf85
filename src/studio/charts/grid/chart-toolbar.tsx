import { xAxes } from '#contract/metrics.ts';
import { useKeys } from '#studio/keyboard/use-keys.ts';
import { formatInteger } from '#studio/ui/number.model.ts';
import { SegmentedControl, Switch, TextInput } from '@mantine/core';
import { IconLink, IconLinkOff, IconSearch } from '@tabler/icons-react';
import { useRef } from 'react';
import { axisMetric, axisName, parseAxis } from '../scene/chart-axis.ts';
import type { ChartView } from './chart-view.model.ts';
import classes from './metric-grid.module.css';
import { SmoothingControl } from './smoothing-control.tsx';
import { ToolbarOptions } from './toolbar-options.tsx';
import type { ChangeChartView } from './use-chart-view.ts';

interface ChartToolbarProps {
  readonly view: ChartView;
  readonly onChange: ChangeChartView;
  /** While the slider is moved: the address follows when it is let go. */
  readonly onSmooth: (smoothing: ChartView['smoothing']) => void;
  /** Keys that may lie along x. */
  readonly metrics: readonly string[];
  /** Whether the page has groups to draw. */
  readonly grouped: boolean;
  readonly found: number;
  readonly total: number;
}

const axisChoices: { value: string; label: string }[] = xAxes.map((value) => ({
  value,
  label: axisName(value),
}));

/** What holds for all charts of the page. */
export function ChartToolbar({
  view,
  onChange,
  onSmooth,
  metrics,
  grouped,
  found,
  total,
}: ChartToolbarProps) {
  const search = useRef<HTMLInputElement>(null);
  const toggleLink = (): void =>
    onChange((now) => ({ linked: !now.linked, range: undefined, xRanges: new Map() }), 'refine');
  useKeys('Charts', [
    { keys: '/', label: 'Search metrics', run: () => search.current?.focus() },
    { keys: 'l', label: 'Logarithmic axis on or off', run: () => onChange({ log: !view.log }, 'refine') },
    {
      keys: '0',
      label: 'Show all of every chart',
      run: () => onChange({ range: undefined, xRanges: new Map(), yRanges: new Map() }),
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
        title="Part of a name, or a regular expression"
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
      <div className={classes['axis-choice']}>
        <SegmentedControl
          size="xs"
          aria-label="Horizontal axis"
          data={
            axisMetric(view.x) === undefined
              ? axisChoices
              : [...axisChoices, { value: view.x, label: axisName(view.x) }]
          }
          value={view.x}
          onChange={(x) => onChange({ x: parseAxis(x), range: undefined, xRanges: new Map() }, 'refine')}
        />
        <button
          type="button"
          className={classes['link']}
          aria-pressed={view.linked}
          aria-label="Zoom all charts together"
          title={view.linked ? 'Charts zoom together' : 'Each chart zooms for itself'}
          onClick={toggleLink}
        >
          {view.linked ? <IconLink size={16} /> : <IconLinkOff size={16} />}
        </button>
      </div>
      <SmoothingControl
        smoothing={view.smoothing}
        onDraft={onSmooth}
        onChange={(smoothing) => onChange({ smoothing }, 'refine')}
      />
      <Switch
        label="Log"
        checked={view.log}
        onChange={(event) => onChange({ log: event.currentTarget.checked }, 'refine')}
      />
      <ToolbarOptions view={view} onChange={onChange} metrics={metrics} grouped={grouped} />
    </div>
  );
}
