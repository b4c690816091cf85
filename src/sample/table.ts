import { createRandom } from './random.ts';

/** A small classification data set as it ships. */
export interface Table {
  readonly name: string;
  readonly features: readonly string[];
  readonly classes: readonly string[];
  readonly csv: string;
}

/** Rows ready to train on: `inputs` is row-major, rows x features, standardised with the training rows' moments. */
export interface Rows {
  readonly inputs: Float64Array;
  readonly labels: Uint8Array;
  readonly count: number;
  readonly width: number;
}

export interface Split {
  readonly train: Rows;
  readonly validation: Rows;
}

/** Splits rows into three quarters for training and the rest for validation, each class in proportion. */
export function splitTable(table: Table, seed: number): Split {
  const rows = table.csv.split('\n').map((line) => line.split(',').map(Number));
  const random = createRandom(seed);
  const order = rows.map((row) => ({ row, at: random() })).sort((a, b) => a.at - b.at);
  const train: number[][] = [];
  const validation: number[][] = [];
  for (const label of table.classes.keys()) {
    const members = order.filter(({ row }) => row.at(-1) === label).map(({ row }) => row);
    const cut = Math.round(members.length * 0.75);
    train.push(...members.slice(0, cut));
    validation.push(...members.slice(cut));
  }
  const width = table.features.length;
  const moments = Array.from({ length: width }, (_each, column) => momentsOf(train, column));
  return { train: toRows(train, width, moments), validation: toRows(validation, width, moments) };
}

interface Moments {
  readonly mean: number;
  readonly deviation: number;
}

function momentsOf(rows: readonly (readonly number[])[], column: number): Moments {
  const values = rows.map((row) => row[column] ?? 0);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(variance) || 1 };
}

function toRows(rows: readonly (readonly number[])[], width: number, moments: readonly Moments[]): Rows {
  const inputs = new Float64Array(rows.length * width);
  for (const [index, row] of rows.entries()) {
    for (const [column, { mean, deviation }] of moments.entries()) {
      inputs[index * width + column] = ((row[column] ?? 0) - mean) / deviation;
    }
  }
  return { inputs, labels: Uint8Array.from(rows, (row) => row[width] ?? 0), count: rows.length, width };
}
