import { describe, expect, it } from 'vitest';
import { toAzurePython, toPython } from './filter-python.ts';
import { parseStudioFilter } from './studio-parse.ts';

const search = (text: string) => ({
  trackingUri: 'http://host/ws/vision',
  experimentNames: ['a"b'],
  filter: parseStudioFilter(text),
  orderBy: ['metrics.acc DESC', 'start_time'],
  nowMs: Date.UTC(2026, 10, 22),
});

const lineWith = (python: string, part: string): string =>
  python.split('\n').find((line) => line.includes(part)) ?? 'no such line';

describe('a search as Python', () => {
  it('is one call where MLflow understands it', () => {
    expect(toPython(search("metrics.acc > 0.9 AND params.opt = 'adam'"))).toBe(
      [
        'import mlflow',
        '',
        'mlflow.set_tracking_uri("http://host/ws/vision")',
        'runs = mlflow.search_runs(',
        '    experiment_names=["a\\"b"],',
        '    filter_string="metrics.acc > 0.9 AND params.opt = \'adam\'",',
        '    order_by=["metrics.acc DESC", "start_time"],',
        ')',
        '',
      ].join('\n'),
    );
  });

  it.each([
    ['metrics.acc BETWEEN 0.8 AND 0.9', 'metrics.acc >= 0.8 AND metrics.acc <= 0.9'],
    ["run_name CONTAINS 'abl'", "run_name ILIKE '%abl%'"],
    ["start_time > '-1d'", `start_time > ${Date.UTC(2026, 10, 21)}`],
    ['0.5 < metrics.acc', 'metrics.acc > 0.5'],
  ])('asks MLflow for %j as %j', (text, asked) => {
    const python = toPython(search(text));
    expect(lineWith(python, 'filter_string')).toContain(asked);
    expect(python).not.toContain('pandas');
  });

  it.each([
    ['params.lr >= 0.01', 'runs = runs[number("params.lr") >= 0.01]'],
    ["params.m ~ 'a|b'", 'str.contains("a|b", regex=True)'],
    ['NOT metrics.a > 1', 'runs = runs[~(number("metrics.a") > 1)]'],
    [
      "status = 'FAILED' OR metrics.a IS NULL",
      '(column("status") == "FAILED") | (column("metrics.a").isna())',
    ],
    ['min(metrics.loss) < 0.1', 'history("loss", lambda points: min(p.value for p in points)) < 0.1'],
    ['metrics.a - metrics.b > 0.1', '(number("metrics.a") - number("metrics.b")) > 0.1'],
    ["params.m NOT LIKE 'a.%'", '~column("params.m").astype(str).str.fullmatch("(?s)a\\\\..*", case=True)'],
    ["duration > '1m'", 'dt.total_seconds() * 1000) > 60000'],
  ])('does %j with pandas, and the rest with MLflow', (text, line) => {
    const python = toPython(search(`tags.t = 'x' AND (${text})`));
    expect(lineWith(python, 'filter_string')).toContain(`"tags.t = 'x'"`);
    expect(python).toContain('import pandas as pd');
    expect(python).toContain(line);
  });

  it('for Azure says what its dialect can, and tells what it cannot', () => {
    const python = toAzurePython(
      search(
        "status = 'FINISHED' AND start_time > 5 AND metrics.acc > 0.5 AND tags.a != 'b' AND duration > '1s'",
      ),
    );
    expect(lineWith(python, 'filter_string')).toContain(
      `"attributes.status = 'Finished' and attributes.start_time > '5' and metrics.acc > 0.5 and attributes.duration > '1000'"`,
    );
    expect(python).toContain("# Not in Azure's dialect: tags.a != 'b'");
    expect(lineWith(python, 'order_by')).toContain('["start_time"]');
  });
});
