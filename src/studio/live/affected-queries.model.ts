import type { LiveEvent } from '#contract/live.ts';

/** What an answer depends on, read from its key: of an operation's answer, the operation's id and its input. */
export interface AskedQuery {
  readonly operationId: string;
  readonly input: unknown;
}

const runLists = new Set(['runs.search', 'runs.fields', 'runs.compare']);
/** Answers that only a `resource` event speaks of, whatever their name begins with. */
const byResource: Readonly<Record<Extract<LiveEvent, { kind: 'resource' }>['resource'], RegExp>> = {
  // The better direction of a metric decides which value of a run is its best.
  'metric-settings': /^(metrics\.settings|runs\.(search|groups|columns|facets|compare))$/,
  views: /^views\./,
  annotations: /^annotations\./,
  reports: /^reports\./,
};
const counts = new Set(['workspaces.list', 'experiments.list', 'experiments.get', 'activity.list']);

/** Keys of another shape belong to those who put them there, who ask again when they want to (`table window`). */
const operationShape = /^[a-z]+\.[a-zA-Z]+$/;

/** Whether an answer may have changed by what happened. Rather too often than once too seldom. */
export function isAffected(query: AskedQuery, event: LiveEvent): boolean {
  const { operationId: id } = query;
  if (!operationShape.test(id)) return false;
  switch (event.kind) {
    case 'resync':
      return true;
    case 'workspace':
      return /^(workspaces|sample)\./.test(id) || id === 'activity.list';
    case 'experiment':
      return /^(experiments|runs)\./.test(id) || counts.has(id);
    case 'resource':
      return byResource[event.resource].test(id) || id === 'activity.list';
    default:
      return isAffectedByRun(query, event);
  }
}

type RunEvent = Extract<LiveEvent, { readonly runId: string }>;

function isAffectedByRun(query: AskedQuery, event: RunEvent): boolean {
  const { operationId: id } = query;
  switch (event.kind) {
    case 'run':
      return counts.has(id) || runLists.has(id) || concernsRun(query, event.runId);
    case 'metrics':
      return runLists.has(id) || (concernsRun(query, event.runId) && concernsKey(query, event));
    case 'artifacts':
      // Lines of a log, once written, stay as they are: only its end is new.
      return (
        /^(artifacts\.|logs\.(list|outline)$|annotations\.markers$)/.test(id) &&
        concernsRun(query, event.runId)
      );
  }
}

function concernsRun({ operationId, input }: AskedQuery, runId: string): boolean {
  if (!/^((runs|metrics|artifacts|logs)\.|annotations\.markers$)/.test(operationId)) return false;
  if (operationId === 'metrics.settings') return false;
  const named = [textAt(input, 'params', 'runId'), ...listAt(input, 'body', 'runIds')];
  const known = named.filter((each) => each !== undefined);
  return known.length === 0 || known.includes(runId);
}

function concernsKey(
  { operationId, input }: AskedQuery,
  event: Extract<LiveEvent, { kind: 'metrics' }>,
): boolean {
  if (!operationId.startsWith('metrics.') || event.more) return true;
  // Where a point lies along active time is known from all points of the run.
  if (textAt(input, 'body', 'x') === 'active') return true;
  const key = textAt(input, 'body', 'key') ?? textAt(input, 'query', 'key');
  if (key === undefined) return true;
  const xKey = textAt(input, 'body', 'xKey');
  return event.keys.includes(key) || (xKey !== undefined && event.keys.includes(xKey));
}

function textAt(value: unknown, part: string, name: string): string | undefined {
  const found = at(at(value, part), name);
  return typeof found === 'string' ? found : undefined;
}

function listAt(value: unknown, part: string, name: string): readonly unknown[] {
  const found = at(at(value, part), name);
  return Array.isArray(found) ? found : [];
}

function at(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;
}
