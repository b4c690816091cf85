import { formatNumber } from '../ui/number.model.ts';
import { formatDuration } from '../ui/time.model.ts';

interface Place {
  readonly axis: string;
  readonly from: number;
  readonly to: number;
}

/** Where on a chart a note stands: "step 120", "steps 100 to 140", "after 2 min". */
export function describePlace({ axis, from, to }: Place): string {
  const text = (value: number): string => describeX(axis, value);
  const noun = axis === 'step' ? (from === to ? 'step ' : 'steps ') : axis === 'elapsed' ? 'after ' : '';
  return from === to ? `${noun}${text(from)}` : `${noun}${text(from)} to ${text(to)}`;
}

function describeX(axis: string, value: number): string {
  if (axis === 'time') return new Date(value).toLocaleString();
  if (axis === 'elapsed' || axis === 'active') return formatDuration(value);
  return formatNumber(value, 6);
}

/** The part of x to look at for a note, with some room around it, as the charts' address writes it. */
export function rangeAround({ from, to }: Place): string {
  const room = to > from ? (to - from) / 2 : Math.max(1, Math.abs(from) * 0.1);
  return `${from - room}..${to + room}`;
}
