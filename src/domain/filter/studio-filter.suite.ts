import * as fc from 'fast-check';
import {
  type AllOf,
  type Condition,
  type Expression,
  type Field,
  type FilterNode,
  listOperators,
  matchOperators,
  nullOperators,
  numberOperators,
  rangeOperators,
  summaries,
  textOperators,
  type ValueTerm,
} from './filter-ast.ts';

/** What filters are invented from. */
export interface FilterWorld {
  readonly keys: readonly string[];
  readonly texts: readonly string[];
  readonly numbers: readonly number[];
  /** Conditions that MLflow has, too. */
  readonly plain: fc.Arbitrary<Condition>;
}

const moments = ['-2ms', 'now', '1970-01-01', '1970-01-01T00:00:00.002Z', '1970-01', 'today'];
const durations = ['2ms', '1h30m', '1s'];
const patterns = ['a', '^a', '(?i)AD', 'm$', '[0-9]+', 'a|s', '^.?$', '\\bs', 'x{2}'];

/** Any filter of the studio, as its parser gives it. */
export function studioFilter({ keys, texts, numbers, plain }: FilterWorld): fc.Arbitrary<AllOf> {
  const key = fc.constantFrom(...keys);
  const field = (entity: fc.Arbitrary<Field['entity']>): fc.Arbitrary<Field> => fc.record({ entity, key });
  const metric = field(fc.constant('metric'));
  const keyed = field(fc.constantFrom('parameter', 'tag'));
  const attribute = (...names: readonly string[]): fc.Arbitrary<Field> =>
    fc.record({ entity: fc.constant('attribute'), key: fc.constantFrom(...names) });
  const wordy = fc.oneof(
    keyed,
    attribute('run_name', 'status', 'user_id', 'experiment'),
    fc.record({ entity: fc.constant('dataset' as const), key: fc.constantFrom('name', 'context') }),
  );
  const text = fc.constantFrom(...texts);
  const number = fc.constantFrom(...numbers);
  const summary: fc.Arbitrary<ValueTerm> = fc.oneof(
    fc.record({ field: metric, summary: fc.constantFrom(...summaries.filter((each) => each !== 'at')) }),
    fc.record({ field: metric, summary: fc.constant('at' as const), step: fc.integer({ min: -1, max: 3 }) }),
  );
  const untimed: fc.Arbitrary<ValueTerm> = fc.oneof(summary, fc.record({ field: fc.oneof(metric, keyed) }));
  const time: fc.Arbitrary<ValueTerm> = fc.record({ field: attribute('start_time', 'end_time') });
  const length: fc.Arbitrary<ValueTerm> = fc.record({ field: attribute('duration') });
  const value = (term: fc.Arbitrary<ValueTerm>): fc.Arbitrary<Expression> =>
    fc.record({ kind: fc.constant('value'), term });
  const constant: fc.Arbitrary<Expression> = fc.record({ kind: fc.constant('constant'), value: number });
  const { expression } = fc.letrec<{ expression: Expression; arithmetic: Expression }>((tie) => ({
    expression: fc.oneof({ maxDepth: 3 }, value(untimed), constant, tie('arithmetic')),
    arithmetic: fc.record({
      kind: fc.constant('arithmetic'),
      operator: fc.constantFrom('+', '-', '*', '/'),
      left: tie('expression'),
      right: tie('expression'),
    }),
  }));
  const operator = fc.constantFrom(...numberOperators);
  const quoted = (kind: 'moment' | 'duration', values: readonly string[]): fc.Arbitrary<Expression> =>
    fc.record({ kind: fc.constant(kind), value: fc.constantFrom(...values) });
  const moment = quoted('moment', moments);
  const condition: fc.Arbitrary<Condition> = fc.oneof(
    plain,
    fc
      .record({ kind: fc.constant('number'), operator, value: number })
      .chain((rest) => fc.oneof(untimed, length).map((term) => ({ ...rest, ...term }))),
    fc.record({ kind: fc.constant('null'), operator: fc.constantFrom(...nullOperators) }).chain((rest) =>
      fc
        .oneof(
          untimed,
          time,
          wordy.map((of) => ({ field: of })),
        )
        .map((term) => ({ ...rest, ...term })),
    ),
    fc.record({
      kind: fc.constant('text'),
      field: wordy,
      operator: fc.constantFrom(...textOperators),
      value: text,
    }),
    fc.record({
      kind: fc.constant('list'),
      field: wordy,
      operator: fc.constantFrom(...listOperators),
      items: fc.array(fc.record({ value: text }), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant('match'),
      field: wordy,
      operator: fc.constantFrom(...matchOperators.filter((each) => !each.endsWith('~'))),
      value: text,
    }),
    fc.record({
      kind: fc.constant('match'),
      field: wordy,
      operator: fc.constantFrom('~', '!~'),
      value: fc.constantFrom(...patterns),
    }),
    fc.record({
      kind: fc.constant('numbers'),
      left: fc.oneof(expression, value(length)),
      operator: fc.constantFrom(...listOperators),
      items: fc.array(number, { minLength: 1, maxLength: 3 }),
    }),
    fc
      .record({
        kind: fc.constant('measure'),
        left: expression,
        operator,
        right: expression,
      })
      .filter(({ left, right }) => left.kind !== 'value' || right.kind !== 'constant'),
    fc.record({ kind: fc.constant('measure'), left: value(time), operator, right: moment }),
    fc.record({
      kind: fc.constant('measure'),
      left: value(length),
      operator,
      right: quoted('duration', durations),
    }),
    fc.record({
      kind: fc.constant('range'),
      left: expression,
      operator: fc.constantFrom(...rangeOperators),
      low: expression,
      high: expression,
    }),
    fc.record({
      kind: fc.constant('range'),
      left: value(time),
      operator: fc.constantFrom(...rangeOperators),
      low: moment,
      high: moment,
    }),
    fc.record({ kind: fc.constant('flag'), field: metric, summary: fc.constant('has_nan' as const) }),
    fc.record({ kind: fc.constant('words'), value: text }),
  );
  const { node } = fc.letrec<{ node: FilterNode; many: readonly FilterNode[] }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 3 },
      condition,
      fc.record({ kind: fc.constantFrom('all', 'any'), terms: tie('many') }),
      fc.record({ kind: fc.constant('not'), term: tie('node') }),
    ),
    many: fc.array(tie('node'), { minLength: 2, maxLength: 3 }),
  }));
  // A filter of one group is that group.
  return fc.array(node, { maxLength: 3 }).map((terms): AllOf => {
    const [only] = terms;
    return only?.kind === 'all' && terms.length === 1 ? only : { kind: 'all', terms };
  });
}
