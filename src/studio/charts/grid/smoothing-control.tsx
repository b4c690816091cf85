import { type Smoothing, type SmoothingKind, smoothingKinds } from '#domain/drawing/smoothing.ts';
import { formatInteger } from '#studio/ui/number.model.ts';
import { Slider } from '@mantine/core';
import classes from './metric-grid.module.css';

interface SmoothingControlProps {
  readonly smoothing: Smoothing;
  /** While the slider is moved. */
  readonly onDraft: (smoothing: Smoothing) => void;
  readonly onChange: (smoothing: Smoothing) => void;
}

const names: Readonly<Record<SmoothingKind, string>> = {
  ema: 'Exponential',
  twema: 'Exponential, by distance',
  average: 'Moving average',
  gaussian: 'Gaussian',
};
export const smoothingChoices = smoothingKinds.map((value) => ({ value, label: names[value] }));
const scale = 100;

/** The same strength in another kind. */
export function asKind(smoothing: Smoothing, text: string): Smoothing {
  const kind = smoothingKinds.find((each) => each === text) ?? 'ema';
  return { kind, amount: amountAt(kind, placeOf(smoothing)) };
}

/** How lines are smoothed, and how much: at once from what the page has, then by the server over every point. */
export function SmoothingControl({ smoothing, onDraft, onChange }: SmoothingControlProps) {
  const at = (place: number): Smoothing => ({
    kind: smoothing.kind,
    amount: amountAt(smoothing.kind, place),
  });
  return (
    <div className={classes['smoothing']}>
      <span aria-hidden="true">Smoothing</span>
      <Slider
        className={classes['slider']}
        thumbLabel="Smoothing"
        min={0}
        max={scale}
        step={1}
        label={null}
        value={placeOf(smoothing)}
        onChange={(place) => onDraft(at(place))}
        onChangeEnd={(place) => onChange(at(place))}
      />
      <output className={classes['smoothing-value']}>{describeAmount(smoothing)}</output>
    </div>
  );
}

/** Weights rise evenly to 0.99; points rise by the power, up to some thousand. */
export function amountAt(kind: SmoothingKind, place: number): number {
  if (place === 0) return 0;
  if (kind === 'ema' || kind === 'twema') return Math.round(place * 0.99) / scale;
  const points = 10 ** ((place / scale) * 3.5);
  return Math.max(2, Number(points.toPrecision(2)));
}

export function placeOf({ kind, amount }: Smoothing): number {
  if (amount <= 0) return 0;
  const place =
    kind === 'ema' || kind === 'twema' ? (amount / 0.99) * scale : (Math.log10(amount) / 3.5) * scale;
  return Math.min(scale, Math.round(place));
}

function describeAmount({ kind, amount }: Smoothing): string {
  return kind === 'ema' || kind === 'twema' ? amount.toFixed(2) : `${formatInteger(amount)} pts`;
}
