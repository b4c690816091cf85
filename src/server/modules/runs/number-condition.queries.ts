import { numberTests, operations } from '#domain/filter/filter-matches.ts';
import { printTerm } from '#domain/filter/filter-print.ts';
import { type SettledCondition, type SettledExpression, valuesOf } from '#domain/filter/settle-filter.ts';
import type { Work } from '#server/ports/database.ts';
import { type NumberColumn, readNumbers } from './number-column.queries.ts';
import type { MatchContext } from './match-context.ts';

type Columns = ReadonlyMap<string, NumberColumn>;

/** A test of the run at a place, of which every value is known. */
type Test = (at: number) => boolean;

/** The runs that match what has to be calculated here: arithmetic, and numbers that no column of a table holds. */
export function* matchNumbers(node: SettledCondition, context: MatchContext): Work<Uint8Array> {
  const columns = new Map<string, NumberColumn>();
  for (const term of sidesOf(node).flatMap(valuesOf)) {
    const name = printTerm(term);
    if (!columns.has(name)) columns.set(name, yield* readNumbers(term, context));
  }
  const test = toTest(node, columns);
  const found = new Uint8Array(context.runs.ids.length);
  const all = [...columns.values()];
  for (let at = 0; at < found.length; at += 1) {
    if (all.every(({ has }) => has[at] === 1) && test(at)) found[at] = 1;
  }
  if (node.kind === 'null' && node.operator === 'IS NULL') {
    for (let at = 0; at < found.length; at += 1) found[at] = found[at] === 1 ? 0 : 1;
  }
  return found;
}

function sidesOf(node: SettledCondition): readonly SettledExpression[] {
  switch (node.kind) {
    case 'measure':
      return [node.left, node.right];
    case 'numbers':
      return [node.left];
    case 'number':
    case 'null':
      return [{ kind: 'value', term: node }];
    default:
      return [];
  }
}

function toTest(node: SettledCondition, columns: Columns): Test {
  switch (node.kind) {
    case 'measure': {
      const [left, right] = [toValue(node.left, columns), toValue(node.right, columns)];
      const holds = numberTests[node.operator];
      return (at) => holds(left(at), right(at));
    }
    case 'number': {
      const value = toValue({ kind: 'value', term: node }, columns);
      const holds = numberTests[node.operator];
      return (at) => holds(value(at), node.value);
    }
    case 'numbers': {
      const value = toValue(node.left, columns);
      const items = new Set(node.items);
      // A NaN among the items is none of them, as nothing equals it.
      items.delete(Number.NaN);
      return (at) => items.has(value(at)) === (node.operator === 'IN');
    }
    default:
      return () => true;
  }
}

function toValue(node: SettledExpression, columns: Columns): (at: number) => number {
  switch (node.kind) {
    case 'constant':
      return () => node.value;
    case 'value': {
      const values = columns.get(printTerm(node.term))?.values ?? new Float64Array();
      return (at) => values[at] ?? Number.NaN;
    }
    case 'arithmetic': {
      const [left, right] = [toValue(node.left, columns), toValue(node.right, columns)];
      const calculate = operations[node.operator];
      return (at) => calculate(left(at), right(at));
    }
    default:
      return node satisfies never;
  }
}
