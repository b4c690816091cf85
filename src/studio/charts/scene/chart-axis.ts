import { type XAxis, xAxis } from '#contract/metrics.ts';

/** What lies along x: one of the server's axes, or another metric of the same run. Written as in addresses. */
export type ChartAxis = XAxis | `metrics.${string}`;

const names: Readonly<Record<XAxis, string>> = {
  step: 'Step',
  time: 'Time',
  elapsed: 'Elapsed',
  active: 'Active',
};

/** What cannot be read is the step. */
export function parseAxis(text: string | null): ChartAxis {
  return isMetricAxis(text) && text.length > 'metrics.'.length ? text : xAxis.catch('step').parse(text);
}

function isMetricAxis(text: string | null): text is `metrics.${string}` {
  return text?.startsWith('metrics.') === true;
}

/** The metric that lies along x, where one does. */
export function axisMetric(axis: ChartAxis): string | undefined {
  return isMetricAxis(axis) ? axis.slice('metrics.'.length) : undefined;
}

/** How the server is asked for it. */
export function axisQuestion(axis: ChartAxis): { readonly x: XAxis; readonly xKey?: string } {
  return isMetricAxis(axis) ? { x: 'step', xKey: axis.slice('metrics.'.length) } : { x: axis };
}

export function axisName(axis: ChartAxis): string {
  return isMetricAxis(axis) ? axis.slice('metrics.'.length) : names[axis];
}

/** How its numbers are told: whole steps, times of day, spans of time, or plain numbers. */
export function axisKind(axis: ChartAxis): 'step' | 'time' | 'span' | 'number' {
  if (isMetricAxis(axis)) return 'number';
  return axis === 'step' || axis === 'time' ? axis : 'span';
}
