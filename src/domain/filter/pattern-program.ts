import type { CharSet } from './pattern-chars.ts';
import { PatternFailure } from './pattern-failure.ts';
import type { Pattern, PatternNode } from './text-pattern.ts';

/** One step of an automaton that is in many places at once. Numbers are the steps that follow. */
export type Step =
  | { readonly kind: 'chars'; readonly set: CharSet; readonly next: number }
  | { readonly kind: 'assert'; readonly what: '^' | '$' | 'b' | 'B'; readonly next: number }
  | { readonly kind: 'fork'; readonly next: readonly number[] }
  | { readonly kind: 'found' };

export interface PatternProgram {
  readonly steps: readonly Step[];
  readonly first: number;
}

/** The most steps: what is looked at for each character grows with them. */
const mostSteps = 2000;

/** The automaton that finds a pattern. Throws `PatternFailure` where it would be too large. */
export function compilePattern({ node }: Pattern): PatternProgram {
  const steps: Step[] = [{ kind: 'found' }];
  return { first: build(node, 0, steps), steps };
}

/** Adds the steps of a node that lead to `next`; answers the first of them. */
function build(node: PatternNode, next: number, steps: Step[]): number {
  switch (node.kind) {
    case 'chars':
      return add(steps, { kind: 'chars', set: node.set, next });
    case 'assert':
      return add(steps, { kind: 'assert', what: node.what, next });
    case 'sequence':
      return node.parts.reduceRight((after, part) => build(part, after, steps), next);
    case 'choice':
      return add(steps, { kind: 'fork', next: node.parts.map((part) => build(part, next, steps)) });
    case 'repeat':
      return buildRepeat(node, next, steps);
    default:
      return node satisfies never;
  }
}

function buildRepeat(
  { part, least, most }: Extract<PatternNode, { kind: 'repeat' }>,
  next: number,
  steps: Step[],
): number {
  let first = next;
  if (most === Infinity) {
    const targets: number[] = [next];
    first = add(steps, { kind: 'fork', next: targets });
    targets.push(build(part, first, steps));
  } else {
    for (let count = least; count < most; count += 1) {
      first = add(steps, { kind: 'fork', next: [next, build(part, first, steps)] });
    }
  }
  for (let count = 0; count < least; count += 1) first = build(part, first, steps);
  return first;
}

function add(steps: Step[], step: Step): number {
  if (steps.length >= mostSteps) {
    throw new PatternFailure('This pattern is too large. Repeat less, or less deeply.', 0);
  }
  return steps.push(step) - 1;
}
