import { isInSet, isWordChar } from './pattern-chars.ts';
import { PatternFailure } from './pattern-failure.ts';
import { compilePattern, type PatternProgram } from './pattern-program.ts';
import type { Pattern } from './text-pattern.ts';

/** What stands beside a place in a text: nothing, a letter, digit or underscore, or another character. */
type Side = 'none' | 'word' | 'other';

/** Where the automaton is between two characters. */
interface State {
  /** Steps that wait for the next character, before forks and asserts are followed. */
  readonly waiting: readonly number[];
  readonly before: Side;
  /** The states behind each character; `true` where the pattern is found whatever follows. */
  readonly after: Map<number, State | true>;
  /** Whether the pattern is found when the text ends here. */
  endsFound: boolean | undefined;
}

/** States that are remembered at one time. */
const mostStates = 1000;

/** The steps that are left to matchers that share them. */
export interface PatternBudget {
  left: number;
}

/**
 * Steps that matchers with one budget follow, all texts together: a second's work. Usual patterns need a few thousand,
 * as what was found once is remembered; those that pass through ever new states come to an end here.
 */
const mostSteps = 2_000_000;

export function createPatternBudget(): PatternBudget {
  return { left: mostSteps };
}

/**
 * A test whether a text holds the pattern anywhere. It looks at each character once and never goes back, so the time
 * grows with the text alone. Throws `PatternFailure` where the pattern is too large, and the test where it has worked
 * too long.
 */
export function createMatcher(
  pattern: Pattern,
  budget = createPatternBudget(),
): (text: Pick<string, 'length' | 'codePointAt'>) => boolean {
  const program = compilePattern(pattern);
  const { ignoresCase } = pattern;
  let states = new Map<string, State>();
  let start = stateOf([program.first], 'none');

  function stateOf(waiting: readonly number[], before: Side): State {
    const name = `${before} ${waiting.join()}`;
    const known = states.get(name);
    if (known !== undefined) return known;
    if (states.size >= mostStates) {
      states = new Map();
      start = { waiting: [program.first], before: 'none', after: new Map(), endsFound: undefined };
    }
    const state: State = { waiting, before, after: new Map(), endsFound: undefined };
    states.set(name, state);
    return state;
  }

  function next(state: State, code: number): State | true {
    const side = isWordChar(code) ? 'word' : 'other';
    const reached = follow(program, state, side);
    if (reached === 'found') return true;
    budget.left -= reached.length + 1;
    if (budget.left < 0)
      throw new PatternFailure('This pattern takes too long over so many texts. Make it simpler.', 0);
    const waiting = new Set([program.first]);
    for (const index of reached) {
      const step = program.steps[index];
      if (step?.kind === 'chars' && takes(step.set, code, ignoresCase)) waiting.add(step.next);
    }
    return stateOf(
      [...waiting].sort((a, b) => a - b),
      side,
    );
  }

  return (text) => {
    let state = start;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.codePointAt(at) ?? 0;
      if (code > 0xffff) at += 1;
      let after = state.after.get(code);
      if (after === undefined) {
        after = next(state, code);
        state.after.set(code, after);
      }
      if (after === true) return true;
      state = after;
    }
    state.endsFound ??= follow(program, state, 'none') === 'found';
    return state.endsFound;
  };
}

/** The steps reached without a character, or `found` where the end of the pattern is among them. */
function follow(program: PatternProgram, state: State, behind: Side): readonly number[] | 'found' {
  const reached = new Set<number>();
  const open = [...state.waiting];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    const step = program.steps[index];
    if (step === undefined || reached.has(index)) continue;
    reached.add(index);
    if (step.kind === 'found') return 'found';
    if (step.kind === 'fork') open.push(...step.next);
    if (step.kind === 'assert' && holds(step.what, state.before, behind)) open.push(step.next);
  }
  return [...reached];
}

function holds(what: '^' | '$' | 'b' | 'B', before: Side, behind: Side): boolean {
  if (what === '^') return before === 'none';
  if (what === '$') return behind === 'none';
  const isBorder = (before === 'word') !== (behind === 'word');
  return isBorder === (what === 'b');
}

function takes(set: Parameters<typeof isInSet>[0], code: number, ignoresCase: boolean): boolean {
  if (!ignoresCase) return isInSet(set, code);
  const char = String.fromCodePoint(code);
  // A negated set is left by a character in either case.
  const cases = [char, char.toLowerCase(), char.toUpperCase()].map((each) => each.codePointAt(0) ?? code);
  return set.negated ? cases.every((each) => isInSet(set, each)) : cases.some((each) => isInSet(set, each));
}
