import type { Condition, Expression, Field, FilterNode, ValueTerm } from './filter-ast.ts';
import { toPythonString } from './python-string.ts';

/**
 * A condition over the frame `runs` that `mlflow.search_runs` answers, as Python: what a client has to do by itself.
 * Uses the functions of `pandasHelpers`.
 */
export function toPandas(node: FilterNode): string {
  switch (node.kind) {
    case 'all':
      return node.terms.length === 0 ? 'True' : join(node.terms, '&');
    case 'any':
      return join(node.terms, '|');
    case 'not':
      return `~(${toPandas(node.term)})`;
    default:
      return conditionToPandas(node);
  }
}

/** What the conditions call. Metrics hold their last values; all others are read from the server run by run. */
export const pandasHelpers = [
  'def column(name):',
  '    return runs[name] if name in runs else pd.Series(index=runs.index, dtype=object)',
  '',
  'def number(name):',
  '    return pd.to_numeric(column(name), errors="coerce")',
  '',
  'def history(key, take):',
  '    client = mlflow.MlflowClient()',
  '    def of(run_id):',
  '        points = client.get_metric_history(run_id, key)',
  '        return take(points) if points else float("nan")',
  '    return runs["run_id"].map(of)',
];

function join(terms: readonly FilterNode[], operator: string): string {
  return terms.map((term) => `(${toPandas(term)})`).join(` ${operator} `);
}

const comparisons: Readonly<Record<string, string>> = { '=': '==' };

function conditionToPandas(node: Condition): string {
  switch (node.kind) {
    case 'number':
      return `${termToPandas(node)} ${comparisons[node.operator] ?? node.operator} ${numeral(node.value)}${present(node)}`;
    case 'measure': {
      const operator = comparisons[node.operator] ?? node.operator;
      return `${toNumber(node.left)} ${operator} ${toNumber(node.right)}`;
    }
    case 'range': {
      const inside = `(${toNumber(node.left)}).between(${toNumber(node.low)}, ${toNumber(node.high)})`;
      return node.operator === 'BETWEEN' ? inside : `~${inside} & (${toNumber(node.left)}).notna()`;
    }
    case 'numbers': {
      const inside = `(${toNumber(node.left)}).isin([${node.items.map(numeral).join(', ')}])`;
      return node.operator === 'IN' ? inside : `~${inside} & (${toNumber(node.left)}).notna()`;
    }
    case 'null': {
      const value = node.summary === undefined ? columnOf(node.field) : termToPandas(node);
      return `${value}.${node.operator === 'IS NULL' ? 'isna' : 'notna'}()`;
    }
    case 'flag':
      return `${termToPandas(node)} == 1`;
    case 'words':
      return `runs.apply(lambda run: run.filter(regex=r"^(params|tags)\\.").astype(str).str.contains(${toPythonString(node.value)}, case=False, regex=False).any(), axis=1)`;
    default:
      return textToPandas(node);
  }
}

function textToPandas(node: Extract<Condition, { kind: 'text' | 'list' | 'match' }>): string {
  const column = columnOf(node.field);
  if (node.kind === 'list') {
    const inside = `${column}.isin([${node.items.map((item) => toPythonString(item.value)).join(', ')}])`;
    return node.operator === 'IN' ? inside : `~${inside} & ${column}.notna()`;
  }
  const { operator, value } = node;
  if (operator === '=' || operator === '!=') {
    const compared = `${column} ${operator === '=' ? '==' : '!='} ${toPythonString(value)}`;
    return operator === '=' ? compared : `(${compared}) & ${column}.notna()`;
  }
  const isNot = operator.startsWith('NOT ') || operator === '!~';
  const found = `${column}.astype(str).${searchFor(operator, value)}`;
  return `${isNot ? '~' : ''}${found} & ${column}.notna()`;
}

function searchFor(operator: string, value: string): string {
  if (operator.endsWith('CONTAINS')) return `str.contains(${toPythonString(value)}, case=False, regex=False)`;
  if (operator.endsWith('~')) return `str.contains(${toPythonString(value)}, regex=True)`;
  const pattern = Array.from(value, (char) =>
    char === '%' ? '.*' : char === '_' ? '.' : char.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'),
  ).join('');
  const ignoresCase = operator.endsWith('ILIKE');
  return `str.fullmatch(${toPythonString(`(?s)${pattern}`)}, case=${ignoresCase ? 'False' : 'True'})`;
}

/** `!=` is true of NaN in pandas, which here stands for what is missing. */
function present(node: Extract<Condition, { kind: 'number' }>): string {
  return node.operator === '!=' ? ` & ${termToPandas(node)}.notna()` : '';
}

const attributeColumns: Readonly<Record<string, string>> = {
  run_name: 'tags.mlflow.runName',
  user_id: 'tags.mlflow.user',
};

function columnOf({ entity, key }: Field): string {
  const prefix = {
    metric: 'metrics.',
    parameter: 'params.',
    tag: 'tags.',
    attribute: '',
    dataset: 'datasets.',
  };
  const name = entity === 'attribute' ? (attributeColumns[key] ?? key) : `${prefix[entity]}${key}`;
  return `column(${toPythonString(name)})`;
}

const takes: Readonly<Record<string, string>> = {
  min: 'min(p.value for p in points)',
  max: 'max(p.value for p in points)',
  mean: 'sum(p.value for p in points) / len(points)',
  first: 'min(points, key=lambda p: (p.step, p.timestamp)).value',
  count: 'len(points)',
  has_nan: 'float(any(p.value != p.value for p in points))',
};

function termToPandas({ field, summary, step }: ValueTerm): string {
  if (summary === undefined) return fieldToPandas(field);
  const take =
    summary === 'at'
      ? `next((p.value for p in points if p.step == ${step ?? 0}), float("nan"))`
      : (takes[summary] ?? 'points[-1].value');
  return `history(${toPythonString(field.key)}, lambda points: ${take})`;
}

function fieldToPandas(field: Field): string {
  if (field.entity !== 'attribute') return columnOf(field).replace('column(', 'number(');
  const times = 'pd.to_datetime(column("end_time")) - pd.to_datetime(column("start_time"))';
  if (field.key === 'duration') return `((${times}).dt.total_seconds() * 1000)`;
  return `(pd.to_datetime(${columnOf(field)}).astype("int64") // 10**6)`;
}

function toNumber(node: Expression): string {
  switch (node.kind) {
    case 'constant':
      return numeral(node.value);
    case 'moment':
    case 'duration':
      return toPythonString(node.value);
    case 'value':
      return termToPandas(node.term);
    case 'arithmetic':
      return `(${toNumber(node.left)} ${node.operator} ${toNumber(node.right)})`;
    default:
      return node satisfies never;
  }
}

function numeral(value: number): string {
  return Number.isFinite(value) ? String(value) : `float("${value > 0 ? 'inf' : '-inf'}")`;
}
