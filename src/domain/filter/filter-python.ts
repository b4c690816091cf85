import type { AllOf } from './filter-ast.ts';
import { splitForAzure, splitForMlflow } from './filter-export.ts';
import { pandasHelpers, toPandas } from './filter-pandas.ts';
import { printFilter } from './filter-print.ts';
import { toPythonString } from './python-string.ts';

export interface SearchAsPython {
  readonly trackingUri: string;
  readonly experimentNames: readonly string[];
  readonly filter: AllOf;
  readonly orderBy: readonly string[];
  /** For what the filter says of times before now. */
  readonly nowMs: number;
}

/** The lines that make the same search with the `mlflow` client; what MLflow cannot be asked is done with pandas. */
export function toPython(search: SearchAsPython): string {
  const { asked, left } = splitForMlflow(search.filter, search.nowMs);
  const lines = searchLines(search, asked);
  if (left.length === 0) return [...lines, ''].join('\n');
  return [
    ...lines.toSpliced(1, 0, 'import pandas as pd'),
    '',
    ...pandasHelpers,
    '',
    '# What MLflow cannot be asked.',
    ...left.flatMap((node) => [
      `# ${printFilter(node).replaceAll(/\s+/g, ' ')}`,
      `runs = runs[${toPandas(node)}]`,
    ]),
    '',
  ].join('\n');
}

/** The search for Azure Machine Learning; what its dialect cannot say stands there as a comment. */
export function toAzurePython(search: SearchAsPython): string {
  const { asked, left } = splitForAzure(search.filter, search.nowMs);
  const orderBy = search.orderBy.filter((term) => !/^(?:metrics|params|tags)\.|\(/.test(term));
  return [
    ...searchLines({ ...search, orderBy }, asked),
    ...left.map((node) => `# Not in Azure's dialect: ${printFilter(node).replaceAll(/\s+/g, ' ')}`),
    '',
  ].join('\n');
}

function searchLines(
  { trackingUri, experimentNames, orderBy }: SearchAsPython,
  asked: string,
): readonly string[] {
  const list = (texts: readonly string[]) => `[${texts.map(toPythonString).join(', ')}]`;
  const parts = [
    experimentNames.length === 0
      ? 'search_all_experiments=True'
      : `experiment_names=${list(experimentNames)}`,
    ...(asked === '' ? [] : [`filter_string=${toPythonString(asked)}`]),
    ...(orderBy.length === 0 ? [] : [`order_by=${list(orderBy)}`]),
  ];
  return [
    'import mlflow',
    '',
    `mlflow.set_tracking_uri(${toPythonString(trackingUri)})`,
    'runs = mlflow.search_runs(',
    ...parts.map((part) => `    ${part},`),
    ')',
  ];
}
