import type { AllOf, FilterNode, Span } from '#domain/filter/filter-ast.ts';
import { printCondition, printFilter } from '#domain/filter/filter-print.ts';

/** Where a part stands in a filter: the number of the term, level by level. */
export type ChipPath = readonly number[];

/** A filter laid out in a row; what is joined more closely stands in parentheses. */
export type Chip =
  | {
      readonly kind: 'condition';
      readonly path: ChipPath;
      readonly text: string;
      /** Where it stands in the text that was read. */
      readonly span: Span | undefined;
    }
  /** Between two parts; a press makes it the other one, for all parts of the group. */
  | { readonly kind: 'joiner'; readonly path: ChipPath; readonly word: 'AND' | 'OR'; readonly place: number }
  | { readonly kind: 'not'; readonly path: ChipPath }
  | { readonly kind: 'open' | 'close'; readonly path: ChipPath };

export function toChips(filter: AllOf): readonly Chip[] {
  return chipsOf(filter, [], true);
}

function chipsOf(node: FilterNode, path: ChipPath, isOutermost: boolean): readonly Chip[] {
  if (node.kind === 'not') return [{ kind: 'not', path }, ...chipsOf(node.term, [...path, 0], false)];
  if (node.kind !== 'all' && node.kind !== 'any') {
    return [{ kind: 'condition', path, text: printCondition(node), span: node.span }];
  }
  const word = node.kind === 'all' ? 'AND' : 'OR';
  const isAlone = node.terms.length === 1;
  const inner = node.terms.flatMap((term, index): readonly Chip[] => [
    ...(index === 0 ? [] : [{ kind: 'joiner', path, word, place: index } as const]),
    ...chipsOf(term, [...path, index], isOutermost && isAlone),
  ]);
  return isOutermost ? inner : [{ kind: 'open', path }, ...inner, { kind: 'close', path }];
}

/** The filter without a part; a group that is left with one part is that part. */
export function withoutPart(filter: AllOf, path: ChipPath): string {
  return printFilter(rootOf(change(filter, path, () => undefined)));
}

/** The filter with the parts of a group joined the other way. */
export function withOtherJoiner(filter: AllOf, path: ChipPath): string {
  const swapped = change(filter, path, (node) => {
    if (node.kind === 'all') return { kind: 'any', terms: node.terms };
    return node.kind === 'any' ? { kind: 'all', terms: node.terms } : node;
  });
  return printFilter(rootOf(swapped));
}

/** The filter with the opposite of a part. */
export function withNegated(filter: AllOf, path: ChipPath): string {
  const negated = change(filter, path, (node) =>
    node.kind === 'not' ? node.term : { kind: 'not', term: node },
  );
  return printFilter(rootOf(negated));
}

function rootOf(node: FilterNode | undefined): AllOf {
  if (node === undefined) return { kind: 'all', terms: [] };
  return node.kind === 'all' ? node : { kind: 'all', terms: [node] };
}

function change(
  node: FilterNode,
  [at, ...rest]: ChipPath,
  to: (node: FilterNode) => FilterNode | undefined,
): FilterNode | undefined {
  if (at === undefined) return to(node);
  if (node.kind === 'not') {
    const term = change(node.term, rest, to);
    return term === undefined ? undefined : { kind: 'not', term };
  }
  if (node.kind !== 'all' && node.kind !== 'any') return node;
  const terms = node.terms.flatMap((term, index) => (index === at ? (change(term, rest, to) ?? []) : [term]));
  const [only] = terms;
  if (only === undefined) return undefined;
  return terms.length === 1 ? only : { kind: node.kind, terms };
}
