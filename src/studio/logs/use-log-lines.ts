import { type LogLineAnswer, type LogOutline, readLog } from '#contract/run-logs.ts';
import type { Problem } from '#contract/problem.ts';
import { useQueries, type UseQueryOptions } from '@tanstack/react-query';
import { useClient } from '../query/client-context.ts';
import { pageLines, pagesOf } from './log-window.model.ts';

export interface LogPlace {
  readonly workspace: string;
  readonly runId: string;
  /** As `listLogs` names it. */
  readonly log: string;
}

interface Page {
  readonly page: number;
  readonly lines: readonly LogLineAnswer[];
}

/** Lines in some spans, fetched page by page. What a page holds once it is full never changes, save in a file written anew. */
export function useLogLines(
  { workspace, runId, log }: LogPlace,
  outline: LogOutline,
  spans: readonly { readonly first: number; readonly last: number }[],
): { readonly lineAt: (line: number) => LogLineAnswer | undefined; readonly error: Problem | null } {
  const client = useClient();
  const end = outline.lines - 1;
  const pages = [
    ...new Set(spans.flatMap(({ first, last }) => (first > end ? [] : pagesOf(first, Math.min(last, end))))),
  ];
  return useQueries({
    queries: pages.map((page): UseQueryOptions<Page, Problem> => {
      const from = page * pageLines;
      const full = (page + 1) * pageLines <= outline.lines;
      const version = full && log.startsWith('console/') ? 'full' : String(outline.bytes);
      return {
        queryKey: ['log page', workspace, runId, log, page, version],
        queryFn: async ({ signal }) => {
          const lines: LogLineAnswer[] = [];
          // An answer of long lines may end before the page does.
          for (;;) {
            const query = { log, from: from + lines.length, limit: pageLines - lines.length };
            const answer = await client.call(readLog, { params: { workspace, runId }, query }, signal);
            lines.push(...answer.lines);
            if (lines.length >= pageLines || answer.lines.length === 0) return { page, lines };
          }
        },
        staleTime: Infinity,
        placeholderData: (before) => (before?.page === page ? before : undefined),
      };
    }),
    combine: (answers) => {
      const found = new Map(
        answers.flatMap(({ data }) => (data === undefined ? [] : [[data.page, data.lines]])),
      );
      return {
        lineAt: (line) => found.get(Math.floor(line / pageLines))?.[line % pageLines],
        error: answers.find(({ error }) => error !== null)?.error ?? null,
      };
    },
  });
}
