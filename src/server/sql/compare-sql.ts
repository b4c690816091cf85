import type {
  Comparison,
  ListComparison,
  NumberComparison,
  MatchCondition,
  NumberOperator,
  TextComparison,
} from '#domain/filter/filter-ast.ts';
import { lowerAscii } from '#domain/filter/like.ts';
import { marks, never, part, type SqlPart } from './sql-part.ts';

/** A column of text or of integers against whatever a filter compares it with. */
export function compareColumn(column: string, node: Comparison): SqlPart {
  switch (node.kind) {
    case 'number':
      return compareInteger(column, node);
    case 'text':
      return compareText(column, node);
    case 'list':
      return compareList(column, node);
    case 'null':
      return part(`${column} ${node.operator}`);
    default:
      return node satisfies never;
  }
}

/** A column of text against a filter's text. Text compares by code point, LIKE minds case (in every engine). */
export function compareText(column: string, { operator, value }: TextComparison): SqlPart {
  // Neither engine can hold a NUL in text, so nothing can equal or resemble one.
  const wanted = value.replaceAll('\0', '');
  if (wanted.length < value.length) return operator === '!=' ? part(`${column} IS NOT NULL`) : never;
  if (operator === '=' || operator === '!=') return part(`${column} ${operator} ?`, wanted);
  // PostgreSQL takes the backslash as an escape unless told of another: one that the pattern does not hold.
  const escape = charNotIn(wanted);
  return operator === 'LIKE'
    ? part(`${column} LIKE ? ESCAPE '${escape}'`, wanted)
    : part(`lower(${column}) LIKE ? ESCAPE '${escape}'`, lowerAscii(wanted));
}

/** A text against what MLflow has no word for; `undefined` where no database knows how. */
export function compareMatch(column: string, { operator, value }: MatchCondition): SqlPart | undefined {
  const wanted = value.replaceAll('\0', '');
  switch (operator) {
    case '~':
    case '!~':
      return undefined;
    case 'CONTAINS':
    case 'NOT CONTAINS': {
      const isNot = operator === 'NOT CONTAINS';
      if (wanted.length < value.length) return isNot ? part(`${column} IS NOT NULL`) : never;
      // Within a pattern only what an escape stands before is itself.
      const escape = charNotIn(wanted);
      const literal = lowerAscii(wanted).replaceAll(/[%_]/g, (found) => escape + found);
      return part(`lower(${column}) ${isNot ? 'NOT ' : ''}LIKE ? ESCAPE '${escape}'`, `%${literal}%`);
    }
    default: {
      const like = compareText(column, { kind: 'text', field: noField, operator: opposite[operator], value });
      return part(`(${column} IS NOT NULL AND NOT (${like.sql}))`, ...like.params);
    }
  }
}

const noField = { entity: 'attribute', key: '' } as const;
const opposite = { 'NOT LIKE': 'LIKE', 'NOT ILIKE': 'ILIKE' } as const;

/** Ideographs are more than a pattern may have characters, so one is always left. */
function charNotIn(text: string): string {
  for (let code = 0x4e00; ; code += 1) {
    const char = String.fromCharCode(code);
    if (!text.includes(char)) return char;
  }
}

function compareList(column: string, { operator, items }: ListComparison): SqlPart {
  const values = items.map((item) => item.value).filter((value) => !value.includes('\0'));
  if (values.length === 0) return operator === 'IN' ? never : part(`${column} IS NOT NULL`);
  return part(`${column} ${operator} (${marks(values.length)})`, ...values);
}

/** A column of doubles beside its NaN flag: NaN differs from every number, and compares in no other way. */
export function compareDouble(
  value: string,
  isNan: string,
  { operator, value: wanted }: NumberComparison,
): SqlPart {
  if (Number.isNaN(wanted)) return operator === '!=' ? part(`(${value} IS NOT NULL OR ${isNan} = 1)`) : never;
  const plain = part(`${value} ${operator} ?`, wanted);
  return operator === '!=' ? part(`(${plain.sql} OR ${isNan} = 1)`, wanted) : plain;
}

/** Doubles among others beside their NaN flag; NaN is among none. */
export function compareDoubles(
  value: string,
  isNan: string,
  { operator, items }: { readonly operator: 'IN' | 'NOT IN'; readonly items: readonly number[] },
): SqlPart {
  const among = part(`${value} ${operator} (${marks(items.length)})`, ...items);
  return operator === 'IN' ? among : part(`(${among.sql} OR ${isNan} = 1)`, ...items);
}

/** Integers among others; what is no integer is none of them. */
export function compareIntegers(
  column: string,
  { operator, items }: { readonly operator: 'IN' | 'NOT IN'; readonly items: readonly number[] },
): SqlPart {
  const whole = items.filter((item) => Number.isSafeInteger(item));
  if (whole.length === 0) return operator === 'IN' ? never : part(`${column} IS NOT NULL`);
  return part(`${column} ${operator} (${marks(whole.length)})`, ...whole);
}

/** A column of integers: the bound becomes an integer of the same meaning, as PostgreSQL wants it. */
export function compareInteger(column: string, { operator, value }: NumberComparison): SqlPart {
  if (Number.isNaN(value)) return operator === '!=' ? part(`${column} IS NOT NULL`) : never;
  if (!Number.isInteger(value) && (operator === '=' || operator === '!=')) {
    return operator === '=' ? never : part(`${column} IS NOT NULL`);
  }
  return part(`${column} ${operator} ?`, toInteger(value, operator));
}

function toInteger(value: number, operator: NumberOperator): number {
  const whole = operator === '>' || operator === '<=' ? Math.floor(value) : Math.ceil(value);
  return Math.min(Math.max(whole, Number.MIN_SAFE_INTEGER), Number.MAX_SAFE_INTEGER);
}
