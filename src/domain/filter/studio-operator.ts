import {
  type ListOperator,
  listOperators,
  matchOperators,
  type MatchOperator,
  type NullOperator,
  nullOperators,
  type NumberOperator,
  numberOperators,
  rangeOperators,
  type Span,
  type TextOperator,
  textOperators,
} from './filter-ast.ts';
import type { ExpressionType } from './studio-expression.ts';
import type { TokenCursor } from './token-cursor.ts';
import { peek } from './token-cursor.ts';

/** Every operator of the studio's filters. */
export type StudioOperator =
  | NumberOperator
  | TextOperator
  | MatchOperator
  | ListOperator
  | NullOperator
  | (typeof rangeOperators)[number];

const ofTexts: readonly StudioOperator[] = [
  ...textOperators,
  ...matchOperators,
  ...listOperators,
  ...nullOperators,
];
const ofNumbers: readonly StudioOperator[] = [
  ...numberOperators,
  ...rangeOperators,
  ...listOperators,
  ...nullOperators,
];

/** What may stand behind a value, the usual first. */
export function operatorsOf(type: ExpressionType): readonly StudioOperator[] {
  if (type === 'text') return ofTexts;
  return type === 'keyed' ? [...new Set([...numberOperators, ...ofTexts, ...ofNumbers])] : ofNumbers;
}

/** Words that other tools write for the same. */
const aliases: Readonly<Record<string, StudioOperator>> = { RLIKE: '~', 'NOT RLIKE': '!~' };

const spelled = [...ofTexts, ...ofNumbers, ...Object.keys(aliases)].filter((each) => /^[A-Z]/.test(each));
const byLength = [...new Set(spelled)].map((each) => each.split(' ')).sort((a, b) => b.length - a.length);

/** The operator at the cursor, as written; it may be none that we know (`<>`). */
export function operatorAt(cursor: TokenCursor):
  | {
      readonly text: string;
      readonly operator: StudioOperator | undefined;
      readonly tokens: number;
      readonly span: Span;
    }
  | undefined {
  const token = peek(cursor);
  if (token === undefined) return undefined;
  if (token.kind === 'operator') {
    const operator = [...ofTexts, ...ofNumbers].find((each) => each === token.text);
    return { text: token.text, operator, tokens: 1, span: token };
  }
  const words = byLength.find((each) =>
    each.every((word, index) => {
      const found = peek(cursor, index);
      return (found?.kind === 'keyword' || found?.kind === 'name') && found.text.toUpperCase() === word;
    }),
  );
  if (words === undefined) return undefined;
  const text = words.join(' ');
  const end = peek(cursor, words.length - 1)?.end ?? token.end;
  const operator = aliases[text] ?? [...ofTexts, ...ofNumbers].find((each) => each === text);
  return { text, operator, tokens: words.length, span: { start: token.start, end } };
}
