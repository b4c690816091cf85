import { axisKind, type ChartAxis } from './chart-axis.ts';
import { formatNumber } from '#studio/ui/number.model.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Labels of a value axis: all with the decimals that their distance needs, thousands and more shortened alike. */
export function labelNumbers(ticks: readonly number[]): readonly string[] {
  const greatest = Math.max(...ticks.map(Math.abs), 0);
  const step = leastStep(ticks);
  if (greatest !== 0 && (greatest >= 1e15 || greatest < 1e-4)) {
    return ticks.map((tick) => formatNumber(tick, 3));
  }
  const [divisor, unit] = unitOf(greatest, step);
  const decimals = decimalsFor(step / divisor);
  return ticks.map((tick) => {
    if (tick === 0) return '0';
    const text = formatFor(decimals).format(tick / divisor);
    return `${text.replace('-', '−')}${unit}`;
  });
}

// To make one is slow, to use one is not: a page of charts has hundreds of ticks.
const formats = new Map<number, Intl.NumberFormat>();

function formatFor(decimals: number): Intl.NumberFormat {
  const known = formats.get(decimals);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat('en-US', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  formats.set(decimals, made);
  return made;
}

/** Labels of a logarithmic axis: each with as many digits as it needs for itself. */
export function labelDecades(ticks: readonly number[]): readonly string[] {
  return ticks.map((tick) => {
    const size = Math.abs(tick);
    if (size >= 10_000 || (size < 0.001 && size > 0)) {
      return tick.toExponential().replace('e+', 'e').replace('.0', '').replaceAll('-', '−');
    }
    return formatNumber(tick, 3);
  });
}

/** Labels of an x axis. */
export function labelX(ticks: readonly number[], axis: ChartAxis): readonly string[] {
  const kind = axisKind(axis);
  if (kind === 'step' || kind === 'number') return labelNumbers(ticks);
  const step = leastStep(ticks);
  return kind === 'span' ? ticks.map((tick) => labelSpan(tick, step)) : labelTimes(ticks, step);
}

function leastStep(ticks: readonly number[]): number {
  const steps = ticks.slice(1).map((tick, index) => Math.abs(tick - (ticks[index] ?? 0)));
  const apart = steps.filter((each) => each > 0);
  return apart.length > 0 ? Math.min(...apart) : Math.abs(ticks[0] ?? 1) || 1;
}

function unitOf(greatest: number, step: number): readonly [number, string] {
  const units = [
    [1e12, 'T'],
    [1e9, 'G'],
    [1e6, 'M'],
    [1e3, 'k'],
  ] as const;
  if (greatest < 10_000) return [1, ''];
  return units.find(([size]) => greatest >= size && step >= size / 100) ?? [1, ''];
}

function decimalsFor(step: number): number {
  if (!(step > 0) || !Number.isFinite(step)) return 0;
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const scaled = step * 10 ** decimals;
  // A step of 2.5 needs one more digit than a step of 2.
  return Math.min(12, Math.abs(scaled - Math.round(scaled)) > 1e-6 ? decimals + 1 : decimals);
}

function labelSpan(ms: number, step: number): string {
  if (ms === 0) return '0';
  const size = Math.abs(ms);
  const parts = [
    [Math.floor(size / day), 'd'],
    [Math.floor((size % day) / hour), 'h'],
    [Math.floor((size % hour) / minute), 'min'],
    [Math.floor((size % minute) / second), 's'],
    [step < second ? Math.round(size % second) : 0, 'ms'],
  ] as const;
  const shown = parts.filter(([count]) => count > 0).slice(0, 2);
  return `${ms < 0 ? '−' : ''}${shown.map(([count, unit]) => `${count} ${unit}`).join(' ')}`;
}

function labelTimes(ticks: readonly number[], step: number): readonly string[] {
  let before = '';
  return ticks.map((tick) => {
    const time = new Date(tick);
    const date = time.toLocaleDateString('en-GB', {
      day: 'numeric',
      month: 'short',
      ...(step >= 28 * day ? { year: 'numeric' } : {}),
    });
    const changed = date !== before;
    before = date;
    if (step >= day) return date;
    const clock = time.toLocaleTimeString('en-GB', {
      hour: '2-digit',
      minute: '2-digit',
      ...(step < minute ? { second: '2-digit' } : {}),
    });
    return changed && time.getHours() === 0 && time.getMinutes() === 0 ? date : clock;
  });
}
