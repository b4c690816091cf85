import type { ChartAxis } from '../scene/chart-axis.ts';
import type { DrawnLine } from '../line/drawn-line.model.ts';
import { listPoints } from '../line/point-list.model.ts';

/** The points of a chart as CSV (RFC 4180), one a row; numbers are written with every digit they have. */
export function toCsv(lines: readonly DrawnLine[], axis: ChartAxis, metric: string): string {
  const withDrawn = lines.some((line) => line.raw !== 'line');
  const head = ['run_id', 'run_name', axis, metric, ...(withDrawn ? [`${metric} (drawn)`] : [])];
  const rows = listPoints(lines).map(({ line, x, value, drawn }) => [
    line.runId,
    line.name,
    String(x),
    String(value),
    ...(withDrawn ? [drawn === undefined ? '' : String(drawn)] : []),
  ]);
  return toCsvText([head, ...rows]);
}

export function toCsvText(rows: readonly (readonly string[])[]): string {
  return `${rows.map((row) => row.map(quoteCell).join(',')).join('\r\n')}\r\n`;
}

/** Quoted where needed; what a spreadsheet would run as a formula is kept a text. */
function quoteCell(text: string): string {
  const safe = /^[=+@\t\r]|^-(?!\d|Infinity)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Each run's last, least and greatest value on the chart as a Markdown table. */
export function toMarkdown(lines: readonly DrawnLine[], metric: string): string {
  const rows = lines.map((line) => {
    const values = line.points.ys.filter((value) => Number.isFinite(value));
    const number = (value: number | undefined): string => (value === undefined ? '' : String(value));
    const least = values.length === 0 ? undefined : values.reduce((a, b) => Math.min(a, b));
    const greatest = values.length === 0 ? undefined : values.reduce((a, b) => Math.max(a, b));
    return [line.name, number(values.at(-1)), number(least), number(greatest)];
  });
  const cells = (row: readonly string[]): string => `| ${row.map(escapeCell).join(' | ')} |`;
  const head = ['Run', `${metric} (last)`, 'min', 'max'];
  return [cells(head), '| --- | ---: | ---: | ---: |', ...rows.map(cells), ''].join('\n');
}

function escapeCell(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll(/\s+/g, ' ').replaceAll('<', '&lt;');
}

/** Python that reads the very curves through any MLflow client and draws them. */
export function toPython(lines: readonly DrawnLine[], metric: string, trackingUri: string): string {
  const runs = lines.map((line) => `    ${quotePython(line.runId)}: ${quotePython(line.name)},`);
  return [
    'import matplotlib.pyplot as plt',
    'from mlflow import MlflowClient',
    '',
    `client = MlflowClient(tracking_uri=${quotePython(trackingUri)})`,
    'runs = {',
    ...runs,
    '}',
    'for run_id, name in runs.items():',
    `    points = client.get_metric_history(run_id, ${quotePython(metric)})`,
    '    plt.plot([p.step for p in points], [p.value for p in points], label=name)',
    'plt.xlabel("step")',
    `plt.ylabel(${quotePython(metric)})`,
    'plt.legend()',
    'plt.show()',
    '',
  ].join('\n');
}

/** As a Python string: all escapes of JSON are Python's too. */
function quotePython(text: string): string {
  return JSON.stringify(text);
}
