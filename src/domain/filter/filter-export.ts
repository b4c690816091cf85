import type { AllOf, Condition, FilterNode } from './filter-ast.ts';
import { printFilter } from './filter-print.ts';
import { type SettledNode, settleFilter } from './settle-filter.ts';
import { isPlainFilter } from './studio-parse.ts';

/** A filter cut into what another server can be asked, and what is left to do with its answer. */
export interface SplitFilter {
  /** In the other server's language; empty: all runs. */
  readonly asked: string;
  readonly left: readonly FilterNode[];
}

/** For any MLflow server. Times are settled: they are what they are now. */
export function splitForMlflow(filter: AllOf, nowMs: number): SplitFilter {
  const terms = settleFilter(filter, nowMs).terms.flatMap(flatten);
  const plain = terms.map((term) => toPlain(term));
  return {
    asked: plain.filter((text) => text !== undefined).join(' AND '),
    left: terms.filter((_term, index) => plain[index] === undefined),
  };
}

/** Terms that must all hold may stand side by side. */
function flatten(node: SettledNode): readonly SettledNode[] {
  return node.kind === 'all' ? node.terms.flatMap(flatten) : [node];
}

function toPlain(node: SettledNode): string | undefined {
  const term = node.kind === 'match' ? asLike(node) : node;
  const text = printFilter(term);
  return isPlainFilter(text) ? text : undefined;
}

/** CONTAINS is a pattern of MLflow's, unless it holds what means something there. */
function asLike(node: Extract<Condition, { kind: 'match' }>): FilterNode {
  if (node.operator !== 'CONTAINS' || /[%_]/.test(node.value)) return node;
  return { kind: 'text', field: node.field, operator: 'ILIKE', value: `%${node.value}%` };
}

const azureStatuses: Readonly<Record<string, string>> = {
  RUNNING: 'Running',
  SCHEDULED: 'Scheduled',
  FINISHED: 'Finished',
  FAILED: 'Failed',
  KILLED: 'Killed',
};

/**
 * For Azure Machine Learning, whose dialect is narrower: values of attributes are always quoted, keys that need quotes
 * cannot be named, tags know no `!=`, parameters only `=`, `!=` and LIKE, and nothing asks for what is missing.
 */
export function splitForAzure(filter: AllOf, nowMs: number): SplitFilter {
  const terms = settleFilter(filter, nowMs).terms.flatMap(flatten);
  const azure = terms.map((term) => toAzure(term.kind === 'match' ? asLike(term) : term));
  return {
    asked: azure.filter((text) => text !== undefined).join(' and '),
    left: terms.filter((_term, index) => azure[index] === undefined),
  };
}

function toAzure(node: FilterNode): string | undefined {
  if (node.kind === 'number' && node.summary === undefined) return numberToAzure(node);
  if (node.kind !== 'text' || node.operator === 'ILIKE' || node.value.includes("'")) return undefined;
  const { entity, key } = node.field;
  const operator = node.operator.toLowerCase();
  if (entity === 'attribute') {
    const isKnown = ['run_id', 'status', 'user_id', 'artifact_uri', 'run_name'].includes(key);
    const value = key === 'status' ? (azureStatuses[node.value] ?? node.value) : node.value;
    return isKnown ? `attributes.${key} ${operator} '${value}'` : undefined;
  }
  if ((entity === 'tag' && operator === '!=') || !isBareKey(key)) return undefined;
  if (entity === 'tag') return `tags.${key} ${operator} '${node.value}'`;
  return entity === 'parameter' ? `params.${key} ${operator} '${node.value}'` : undefined;
}

function numberToAzure({
  field,
  operator,
  value,
}: Extract<Condition, { kind: 'number' }>): string | undefined {
  if (field.entity === 'metric') {
    return isBareKey(field.key) ? `metrics.${field.key} ${operator} ${value}` : undefined;
  }
  if (field.entity !== 'attribute') return undefined;
  return `attributes.${field.key} ${operator} '${value}'`;
}

function isBareKey(key: string): boolean {
  return /^[\w.]+$/.test(key);
}
