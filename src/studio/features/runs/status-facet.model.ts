import type { RunStatus } from '#contract/runs.ts';
import { type FilterNode, type TextComparison } from '#domain/filter/filter-ast.ts';
import { runDialect } from '#domain/filter/filter-dialects.ts';
import { FilterFailure } from '#domain/filter/filter-failure.ts';
import { parseFilter } from '#domain/filter/filter-parse.ts';
import { printFilter } from '#domain/filter/filter-print.ts';

/** The status that a filter asks for, if it asks for one by `=`. */
export function statusOf(filter: string): string | undefined {
  return readTerms(filter)?.find(isStatus)?.value;
}

/** The filter with another status, or none; `undefined` where the filter cannot be read. */
export function withStatus(filter: string, status: RunStatus | undefined): string | undefined {
  const terms = readTerms(filter);
  if (terms === undefined) return undefined;
  const others = terms.filter((term) => !isStatus(term));
  const wanted: readonly FilterNode[] =
    status === undefined
      ? []
      : [
          {
            kind: 'text',
            field: { entity: 'attribute', key: 'status' },
            operator: '=',
            value: status,
          },
        ];
  return printFilter({ kind: 'all', terms: [...others, ...wanted] });
}

/** A filter for runs whose name contains a text: what plain words mean. */
export function nameFilter(text: string): string {
  return printFilter({
    kind: 'text',
    field: { entity: 'attribute', key: 'run_name' },
    operator: 'ILIKE',
    value: `%${text}%`,
  });
}

function readTerms(filter: string): readonly FilterNode[] | undefined {
  try {
    return parseFilter(filter.trim(), runDialect).terms;
  } catch (error) {
    if (error instanceof FilterFailure) return undefined;
    throw error;
  }
}

function isStatus(term: FilterNode): term is TextComparison {
  return (
    term.kind === 'text' &&
    term.field.entity === 'attribute' &&
    term.field.key === 'status' &&
    term.operator === '='
  );
}
