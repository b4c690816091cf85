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

/** The most nodes built, each as often as it is repeated: one that is empty adds no step, yet takes its time. */
const mostBuilt = 20_000;

interface Draft {
  readonly steps: Step[];
  built: number;
}

/** The automaton that finds a pattern. Throws `PatternFailure` where it would be too large. */
export function compilePattern({ node }: Pattern): PatternProgram {
  const draft: Draft = { steps: [{ kind: 'found' }], built: 0 };
  return { first: build(node, 0, draft), steps: draft.steps };
}

/** Adds the steps of a node that lead to `next`; answers the first of them. */
function build(node: PatternNode, next: number, draft: Draft): number {
  draft.built += 1;
  if (draft.built > mostBuilt) throw tooLarge();
  switch (node.kind) {
    case 'chars':
      return add(draft, { kind: 'chars', set: node.set, next });
    case 'assert':
      return add(draft, { kind: 'assert', what: node.what, next });
    case 'sequence':
      return node.parts.reduceRight((after, part) => build(part, after, draft), next);
    case 'choice':
      return add(draft, { kind: 'fork', next: node.parts.map((part) => build(part, next, draft)) });
    case 'repeat':
      return buildRepeat(node, next, draft);
    default:
      return node satisfies never;
  }
}

function buildRepeat(
  { part, least, most }: Extract<PatternNode, { kind: 'repeat' }>,
  next: number,
  draft: Draft,
): number {
  let first = next;
  if (most === Infinity) {
    const targets: number[] = [next];
    first = add(draft, { kind: 'fork', next: targets });
    targets.push(build(part, first, draft));
  } else {
    for (let count = least; count < most; count += 1) {
      first = add(draft, { kind: 'fork', next: [next, build(part, first, draft)] });
    }
  }
  for (let count = 0; count < least; count += 1) first = build(part, first, draft);
  return first;
}

function add({ steps }: Draft, step: Step): number {
  if (steps.length >= mostSteps) throw tooLarge();
  return steps.push(step) - 1;
}

function tooLarge(): PatternFailure {
  return new PatternFailure('This pattern is too large. Repeat less, or less deeply.', 0);
}
