import { Button, NativeSelect, Popover, SegmentedControl, Select, Switch } from '@mantine/core';
import { IconAdjustments } from '@tabler/icons-react';
import { useState } from 'react';
import { bandNames, bands, type Centre } from '../line/group-line.model.ts';
import { type LineChoice, lineChoices } from '../line/drawn-line.model.ts';
import { axisMetric, type ChartAxis } from '../scene/chart-axis.ts';
import { type ChartView, type Light, lights, mostColumns } from './chart-view.model.ts';
import classes from './metric-grid.module.css';
import { asKind, smoothingChoices } from './smoothing-control.tsx';
import type { ChangeChartView } from './use-chart-view.ts';

interface ToolbarOptionsProps {
  readonly view: ChartView;
  readonly onChange: ChangeChartView;
  readonly metrics: readonly string[];
  readonly grouped: boolean;
}

const choiceNames: Readonly<Record<LineChoice, string>> = {
  auto: 'Mean and extremes; all points where there are many lines',
  whole: 'Every extreme',
  mean: 'Mean of each bucket',
  last: 'Last of each bucket',
  min: 'Min of each bucket',
  max: 'Max of each bucket',
};
const lightNames: Readonly<Record<Light, string>> = {
  everywhere: 'In every chart',
  here: 'In the chart pointed at',
  off: 'Not at all',
};
const columnChoices = Array.from({ length: mostColumns + 1 }, (_none, count) => ({
  value: String(count),
  label: count === 0 ? 'Auto' : String(count),
}));

/** What is chosen less often: what the lines go through, what is left out, how charts are laid out. */
export function ToolbarOptions({ view, onChange, metrics, grouped }: ToolbarOptionsProps) {
  const [open, setOpen] = useState(false);
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={300} trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconAdjustments size={14} />}
          onClick={() => setOpen(!open)}
        >
          Options
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes['options']} aria-label="Options of all charts">
        {grouped && <GroupOptions view={view} onChange={onChange} />}
        <LineOptions view={view} onChange={onChange} metrics={metrics} />
        <PageOptions view={view} onChange={onChange} />
      </Popover.Dropdown>
    </Popover>
  );
}

/** What lies along x and what the lines go through. */
function LineOptions({ view, onChange, metrics }: Omit<ToolbarOptionsProps, 'grouped'>) {
  return (
    <>
      <Select
        label="Another metric along x"
        size="xs"
        placeholder="None"
        searchable
        clearable
        limit={50}
        comboboxProps={{ withinPortal: false }}
        data={[...metrics]}
        value={axisMetric(view.x) ?? null}
        onChange={(key) => {
          const x: ChartAxis = key === null ? 'step' : `metrics.${key}`;
          onChange({ x, range: undefined, xRanges: new Map() }, 'refine');
        }}
      />
      <NativeSelect
        label="Lines go through"
        size="xs"
        data={lineChoices.map((value) => ({ value, label: choiceNames[value] }))}
        value={view.choice}
        onChange={(event) => {
          const choice = lineChoices.find((each) => each === event.currentTarget.value);
          if (choice !== undefined) onChange({ choice }, 'refine');
        }}
      />
      <NativeSelect
        label="Kind of smoothing"
        size="xs"
        data={smoothingChoices}
        value={view.smoothing.kind}
        onChange={(event) =>
          onChange({ smoothing: asKind(view.smoothing, event.currentTarget.value) }, 'refine')
        }
      />
      <Switch
        label="Raw line behind a smoothed one"
        checked={view.ghost}
        onChange={(event) => onChange({ ghost: event.currentTarget.checked }, 'refine')}
      />
      <Switch
        label="Fit to most values, count the others"
        checked={view.fit}
        onChange={(event) => onChange({ fit: event.currentTarget.checked, whole: [] }, 'refine')}
      />
    </>
  );
}

/** What stands out, and how the charts are laid out. */
function PageOptions({ view, onChange }: Omit<ToolbarOptionsProps, 'metrics' | 'grouped'>) {
  return (
    <>
      <NativeSelect
        label="The run pointed at stands out"
        size="xs"
        data={lights.map((value) => ({ value, label: lightNames[value] }))}
        value={view.light}
        onChange={(event) => {
          const light = lights.find((each) => each === event.currentTarget.value);
          if (light !== undefined) onChange({ light }, 'refine');
        }}
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
      {(view.moves.size > 0 || view.sizes.size > 0 || view.pins.length > 0) && (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => onChange({ moves: new Map(), sizes: new Map(), pins: [] })}
        >
          Charts back to where they were
        </Button>
      )}
    </>
  );
}

/** Whether groups are drawn instead of their runs, and what around their lines. */
function GroupOptions({ view, onChange }: Omit<ToolbarOptionsProps, 'metrics' | 'grouped'>) {
  return (
    <>
      <NativeSelect
        label="Draw groups, with a band of"
        size="xs"
        data={bands.map((value) => ({ value, label: bandNames[value] }))}
        value={view.band}
        onChange={(event) => {
          const band = bands.find((each) => each === event.currentTarget.value);
          if (band !== undefined) onChange({ band }, 'refine');
        }}
      />
      {view.band !== 'off' && (
        <SegmentedControl
          size="xs"
          aria-label="Line of a group"
          data={[
            { value: 'mean', label: 'Mean' },
            { value: 'median', label: 'Median' },
          ]}
          value={view.centre}
          onChange={(centre: Centre) => onChange({ centre }, 'refine')}
        />
      )}
    </>
  );
}
