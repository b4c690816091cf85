import { Button, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { axisKind, axisName } from '../scene/chart-axis.ts';
import type { Range } from '../scene/range.ts';
import classes from './metric-card.module.css';
import {
  type MetricCardProps,
  rangeOf,
  showAll,
  toggleKey,
  withKey,
  withoutKey,
} from './metric-card-props.ts';

type Field = number | string;

/** What part of both axes a chart shows, to type in; it stays while new points arrive. */
export function CardRanges({ metric, view, onChange }: MetricCardProps) {
  const [x, y] = [rangeOf(view, metric), view.yRanges.get(metric)];
  const typed = view.x !== 'time';
  const setX = (range: Range | undefined): void =>
    onChange((now) =>
      now.linked
        ? { range }
        : {
            xRanges:
              range === undefined ? withoutKey(now.xRanges, metric) : withKey(now.xRanges, metric, range),
          },
    );
  const setY = (range: Range | undefined): void =>
    onChange((now) => ({
      yRanges: range === undefined ? withoutKey(now.yRanges, metric) : withKey(now.yRanges, metric, range),
    }));
  const whole = view.whole.includes(metric);
  return (
    <section className={classes['ranges']}>
      <p className={classes['menu-title']}>Axes</p>
      <RangeFields key={`y ${y?.join(' ')}`} label="Value" range={y} onRange={setY} />
      {typed && (
        <RangeFields
          key={`x ${x?.join(' ')}`}
          label={axisKind(view.x) === 'span' ? `${axisName(view.x)}, ms` : axisName(view.x)}
          range={x}
          onRange={setX}
        />
      )}
      <div className={classes['range-buttons']}>
        {view.fit && (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => onChange((now) => ({ whole: toggleKey(now.whole, metric) }))}
          >
            {whole ? 'Fit to most values' : 'Show every value'}
          </Button>
        )}
        {(x !== undefined || y !== undefined) && (
          <Button size="compact-xs" variant="default" onClick={() => onChange((now) => showAll(now, metric))}>
            Show all
          </Button>
        )}
      </div>
    </section>
  );
}

interface RangeFieldsProps {
  readonly label: string;
  readonly range: Range | undefined;
  readonly onRange: (range: Range | undefined) => void;
}

function RangeFields({ label, range, onRange }: RangeFieldsProps) {
  const [low, setLow] = useState<Field>(shortened(range?.[0]));
  const [high, setHigh] = useState<Field>(shortened(range?.[1]));
  const settle = (): void => {
    if (low === '' && high === '') {
      if (range !== undefined) onRange(undefined);
      return;
    }
    const next = [Number(low), Number(high)] as const;
    if (low !== '' && high !== '' && next[0] < next[1]) onRange(next);
  };
  const field = (end: string, value: Field, set: (value: Field) => void) => (
    <NumberInput
      size="xs"
      hideControls
      aria-label={`${label}, ${end}`}
      placeholder={end}
      value={value}
      onChange={set}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle();
      }}
    />
  );
  const backwards = low !== '' && high !== '' && Number(low) >= Number(high);
  return (
    <div className={classes['range']}>
      <span>{label}</span>
      {field('from', low, setLow)}
      {field('to', high, setHigh)}
      {backwards && <p role="alert">“from” must be less than “to”.</p>}
    </div>
  );
}

function shortened(value: number | undefined): Field {
  return value === undefined ? '' : Number(value.toPrecision(6));
}
