import { searchRuns } from '#contract/runs.ts';
import type { AnswerOf } from '#contract/operation.ts';
import type { Problem } from '#contract/problem.ts';
import { getView, type ViewDocument } from '#contract/views.ts';
import type { UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useOperation } from '#studio/query/operation-query.ts';
import type { ReportBlock } from './report-block.model.ts';
import { type RunColumn, toColumns, toOrderBy, toTerms } from './run-columns.model.ts';

const usualLimit = 10;

export interface ReportRuns {
  readonly answer: UseQueryResult<AnswerOf<typeof searchRuns>, Problem>;
  /** The columns that the block names, else those of its view. */
  readonly columns: readonly RunColumn[];
  /** What went wrong with the saved view that the block names. */
  readonly viewError: Problem | null;
}

/** The runs that a block of a report shows, as they are now. */
export function useReportRuns(workspace: string, block: ReportBlock, wanted?: readonly string[]): ReportRuns {
  const view = useOperation(
    getView,
    { params: { workspace, viewId: block.view ?? '0' } },
    { enabled: block.view !== undefined },
  );
  const document = block.view === undefined ? undefined : view.data?.document;
  const columns = useMemo(
    () => toColumns(wanted ?? document?.columns?.map(({ term }) => term) ?? []),
    [wanted, document],
  );
  const answer = useOperation(
    searchRuns,
    { params: { workspace }, body: { ...toSearch(block, document), terms: toTerms(columns) } },
    { enabled: block.view === undefined || document !== undefined },
  );
  return { answer, columns, viewError: view.error };
}

/** What the block says goes before what its view says. */
function toSearch(block: ReportBlock, document: Partial<ViewDocument> = {}) {
  return {
    experimentIds: [...(block.experiments ?? document.experiments ?? [])],
    filter: filterOf(block, document),
    view: document.lifecycle ?? 'active',
    orderBy: toOrderBy(block.order ?? document.order ?? []),
    limit: block.limit ?? block.runs?.length ?? usualLimit,
  };
}

/** Runs by their ids, and the rest by their filter; a view of a comparison holds ids. */
function filterOf(block: ReportBlock, { screen, ...document }: Partial<ViewDocument>): string {
  const ids = block.runs ?? (screen === 'compare' ? document.runs : undefined) ?? [];
  const filter = block.filter ?? document.filter ?? '';
  if (ids.length === 0) return filter;
  const list = ids.map((id) => `'${id.replaceAll("'", '')}'`).join(', ');
  const named = `attributes.run_id IN (${list})`;
  return filter.trim() === '' ? named : `${named} AND (${filter})`;
}
