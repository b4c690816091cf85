import type { AllOf, Field, FilterNode, ValueTerm } from '#domain/filter/filter-ast.ts';
import { FilterFailure } from '#domain/filter/filter-failure.ts';
import { printFilter, printTerm } from '#domain/filter/filter-print.ts';
import { parseStudioFilter } from '#domain/filter/studio-parse.ts';
import { parseTerm } from '#domain/filter/term-parse.ts';

/** The values of a facet that a filter asks for, by `=` or IN among what must all hold. */
export function chosenValues(filter: string, term: string): readonly string[] {
  return readTerms(filter)?.flatMap((node) => (isChoice(node, term) ? valuesOf(node) : [])) ?? [];
}

/** The filter with a value of a facet more, or without it; `undefined` where the filter cannot be read. */
export function withValueToggled(filter: string, term: string, value: string): string | undefined {
  const chosen = chosenValues(filter, term);
  return withValues(
    filter,
    term,
    chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value],
  );
}

/** The filter that asks for these values of a facet and no others; none: for any. */
export function withValues(filter: string, term: string, values: readonly string[]): string | undefined {
  const { field } = parseTerm(term);
  const [only] = values;
  const clause: readonly FilterNode[] =
    only === undefined
      ? []
      : values.length === 1
        ? [{ kind: 'text', field, operator: '=', value: only }]
        : [{ kind: 'list', field, operator: 'IN', items: values.map((value) => ({ value })) }];
  return replaceTerms(filter, (node) => isChoice(node, term), clause);
}

/** From, included, to, not included. Of times in UTC milliseconds. */
export interface FacetRange {
  readonly from: number;
  readonly to: number;
}

/** The range that a filter asks for, as `withRange` writes it. */
export function chosenRange(filter: string, term: string): FacetRange | undefined {
  const bounds = readTerms(filter)?.filter((node) => isBound(node, term)) ?? [];
  const from = bounds.flatMap((node) => boundOf(node, '>='))[0];
  const to = bounds.flatMap((node) => boundOf(node, '<'))[0];
  return from === undefined || to === undefined ? undefined : { from, to };
}

/** The filter that asks for a range of a facet; `undefined` takes away the one that there is. */
export function withRange(filter: string, term: string, range: FacetRange | undefined): string | undefined {
  const value = parseTerm(term);
  const clause: readonly FilterNode[] =
    range === undefined ? [] : [bound(value, '>=', range.from), bound(value, '<', range.to)];
  return replaceTerms(filter, (node) => isBound(node, term), clause);
}

const dayMs = 86_400_000;

/** Days are written as dates. */
function bound(term: ValueTerm, operator: '>=' | '<', value: number): FilterNode {
  const isDay = term.field.entity === 'attribute' && term.field.key.endsWith('_time') && value % dayMs === 0;
  if (!isDay) return { kind: 'number', ...term, operator, value };
  const date = new Date(value).toISOString().slice(0, 10);
  return { kind: 'measure', left: { kind: 'value', term }, operator, right: { kind: 'moment', value: date } };
}

function isBound(node: FilterNode, term: string): boolean {
  return boundOf(node, '>=', term).length + boundOf(node, '<', term).length > 0;
}

function boundOf(node: FilterNode, operator: '>=' | '<', term?: string): readonly number[] {
  if (node.kind === 'number' && node.operator === operator) {
    return term === undefined || printTerm(node) === term ? [node.value] : [];
  }
  if (node.kind !== 'measure' || node.operator !== operator || node.left.kind !== 'value') return [];
  if (node.right.kind !== 'moment' || !/^\d{4}-\d\d-\d\d$/.test(node.right.value)) return [];
  return term === undefined || printTerm(node.left.term) === term ? [Date.parse(node.right.value)] : [];
}

function replaceTerms(
  filter: string,
  isOwn: (node: FilterNode) => boolean,
  clause: readonly FilterNode[],
): string | undefined {
  const terms = readTerms(filter);
  if (terms === undefined) return undefined;
  const next: AllOf = { kind: 'all', terms: [...terms.filter((node) => !isOwn(node)), ...clause] };
  return printFilter(next);
}

type Choice = Extract<FilterNode, { kind: 'text' | 'list' }>;

function isChoice(node: FilterNode, term: string): node is Choice {
  const isAsked =
    (node.kind === 'text' && node.operator === '=') || (node.kind === 'list' && node.operator === 'IN');
  return isAsked && printTerm({ field: unquoted(node.field) }) === term;
}

/** However a key is quoted, it is the same. */
function unquoted({ entity, key }: Field): Field {
  return { entity, key };
}

function valuesOf(node: Choice): readonly string[] {
  return node.kind === 'text' ? [node.value] : node.items.map((item) => item.value);
}

function readTerms(filter: string): readonly FilterNode[] | undefined {
  try {
    return parseStudioFilter(filter).terms;
  } catch (error) {
    if (error instanceof FilterFailure) return undefined;
    throw error;
  }
}
