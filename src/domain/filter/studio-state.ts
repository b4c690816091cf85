import { arithmeticAt, chunkEnd, isFieldToken } from './studio-expression.ts';
import { operatorAt } from './studio-operator.ts';
import { summaryAt } from './term-parse.ts';
import { peek, type TokenCursor } from './token-cursor.ts';

/** What must come next, in a filter of which the beginning is written. */
export interface Spot {
  readonly awaits: 'condition' | 'operand' | 'operator' | 'value' | 'list' | 'and' | 'joiner';
  /** What stands before the operator of the condition that is being written. */
  readonly left: string;
  /** Parentheses that are still open. */
  readonly depth: number;
}

/** Follows the beginning of a filter to its end, taking what does not fit as well as it can. */
export function followTokens(cursor: TokenCursor): Spot {
  const state: State = { awaits: 'condition', leftFrom: 0, leftTo: 0, depth: 0, between: false };
  while (peek(cursor) !== undefined) steps[state.awaits](cursor, state);
  const { awaits, leftFrom, leftTo, depth } = state;
  return { awaits, left: cursor.text.slice(leftFrom, leftTo), depth };
}

interface State {
  awaits: Spot['awaits'];
  leftFrom: number;
  leftTo: number;
  depth: number;
  /** The lower end of BETWEEN is due. */
  between: boolean;
}

type Step = (cursor: TokenCursor, state: State) => void;

const steps: Readonly<Record<Spot['awaits'], Step>> = {
  condition(cursor, state) {
    const token = peek(cursor);
    if (token === undefined || !['name', 'number', 'quoted'].includes(token.kind)) {
      if (token?.kind === 'open') state.depth += 1;
      if (token?.kind === 'close') close(state);
      cursor.at += 1;
      return;
    }
    state.leftFrom = token.start;
    takeOperand(cursor);
    state.leftTo = cursor.tokens[cursor.at - 1]?.end ?? token.end;
    const isCall = peek(cursor, -1)?.kind === 'close';
    const isField = isCall || token.kind === 'number' || isFieldToken(token);
    // A word that is no field, nor compared with anything, is free text.
    state.awaits = isField || operatorAt(cursor) !== undefined ? 'operator' : 'joiner';
  },
  operand(cursor, state) {
    takeOperand(cursor);
    state.leftTo = cursor.tokens[cursor.at - 1]?.end ?? state.leftTo;
    state.awaits = 'operator';
  },
  operator(cursor, state) {
    const found = operatorAt(cursor);
    if (found !== undefined) {
      cursor.at += found.tokens;
      state.between = found.text.endsWith('BETWEEN');
      state.awaits = found.text.startsWith('IS ') ? 'joiner' : found.text.endsWith('IN') ? 'list' : 'value';
      return;
    }
    if (arithmeticAt(cursor) !== undefined) state.awaits = 'operand';
    else if (isJoiner(cursor)) state.awaits = 'condition';
    cursor.at += 1;
  },
  value(cursor, state) {
    takeOperand(cursor);
    state.awaits = state.between ? 'and' : 'joiner';
  },
  list(cursor, state) {
    if (peek(cursor)?.kind === 'close') state.awaits = 'joiner';
    cursor.at += 1;
  },
  and(cursor, state) {
    if (arithmeticAt(cursor) === undefined) state.between = false;
    state.awaits = 'value';
    cursor.at += 1;
  },
  joiner(cursor, state) {
    const token = peek(cursor);
    if (isJoiner(cursor)) state.awaits = 'condition';
    else if (arithmeticAt(cursor) !== undefined) state.awaits = 'value';
    else if (token?.kind === 'close') close(state);
    else {
      // White space alone joins.
      state.awaits = 'condition';
      return;
    }
    cursor.at += 1;
  },
};

function isJoiner(cursor: TokenCursor): boolean {
  const word = peek(cursor)?.text.toUpperCase();
  return word === 'AND' || word === 'OR';
}

function close(state: State): void {
  state.depth = Math.max(0, state.depth - 1);
  state.awaits = 'joiner';
}

/** One value: a function with its parentheses, a parenthesis, or a word with what hangs on it. */
function takeOperand(cursor: TokenCursor): void {
  const isCall = summaryAt(cursor) !== undefined;
  if (isCall || peek(cursor)?.kind === 'open') {
    cursor.at += isCall ? 2 : 1;
    let depth = 1;
    while (depth > 0 && peek(cursor) !== undefined) {
      const kind = peek(cursor)?.kind;
      if (kind === 'open') depth += 1;
      if (kind === 'close') depth -= 1;
      cursor.at += 1;
    }
    return;
  }
  const token = peek(cursor);
  const isField = token?.kind === 'name' && isFieldToken(token);
  cursor.at = token?.kind === 'name' && !isField ? chunkEnd(cursor, cursor.at) : cursor.at + 1;
}
