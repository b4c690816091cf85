/** A Python string literal that any version reads back as the same text. */
export function toPythonString(text: string): string {
  return JSON.stringify(text).replaceAll('\u007f', '\\u007f');
}

export interface SearchAsPython {
  readonly trackingUri: string;
  readonly experimentNames: readonly string[];
  readonly filter: string;
  readonly orderBy: readonly string[];
}

/** The lines that make the same search with the `mlflow` client. */
export function toPython({ trackingUri, experimentNames, filter, orderBy }: SearchAsPython): string {
  const list = (texts: readonly string[]) => `[${texts.map(toPythonString).join(', ')}]`;
  const parts = [
    experimentNames.length === 0
      ? 'search_all_experiments=True'
      : `experiment_names=${list(experimentNames)}`,
    ...(filter === '' ? [] : [`filter_string=${toPythonString(filter)}`]),
    ...(orderBy.length === 0 ? [] : [`order_by=${list(orderBy)}`]),
  ];
  return [
    'import mlflow',
    '',
    `mlflow.set_tracking_uri(${toPythonString(trackingUri)})`,
    'runs = mlflow.search_runs(',
    ...parts.map((part) => `    ${part},`),
    ')',
    '',
  ].join('\n');
}
