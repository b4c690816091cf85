import type { ValueTerm } from './filter/filter-ast.ts';
import { parseTerm } from './filter/term-parse.ts';

/** A piece of a template: plain text, the run's number among those renamed, or a value of it. */
export type NamePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number' }
  | { readonly kind: 'term'; readonly term: ValueTerm };

/**
 * Reads a template for names, such as `{name} lr={params.lr} #{n}`: `{n}` counts from 1, `{name}` is the name so far,
 * and anything else in braces is a value term. Throws `FilterFailure`, with positions in the term, where it is none.
 */
export function parseNameTemplate(template: string): readonly NamePart[] {
  return template
    .split(/(\{[^{}]*\})/)
    .filter((piece) => piece !== '')
    .map((piece): NamePart => {
      if (!/^\{[^{}]*\}$/.test(piece)) return { kind: 'text', text: piece };
      const inner = piece.slice(1, -1).trim();
      if (inner === 'n') return { kind: 'number' };
      return { kind: 'term', term: parseTerm(inner === 'name' ? 'attributes.run_name' : inner) };
    });
}

/** The name that a template gives a run; values that the run lacks are left out. */
export function fillNameTemplate(
  parts: readonly NamePart[],
  number: number,
  valueOf: (term: ValueTerm) => string | number | undefined,
): string {
  return parts
    .map((part) => {
      if (part.kind === 'text') return part.text;
      return part.kind === 'number' ? String(number) : String(valueOf(part.term) ?? '');
    })
    .join('')
    .trim();
}
