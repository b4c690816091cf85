import { readRunFacets } from '#contract/run-facets.ts';
import { listRunFields } from '#contract/runs.ts';
import { printTerm } from '#domain/filter/filter-print.ts';
import { completeStudioFilter } from '#domain/filter/studio-complete.ts';
import { useMemo } from 'react';
import { useOperation } from '#studio/query/operation-query.ts';
import type { KnownKeys, KnownValue } from './suggest.model.ts';

/** The keys in use, for completion. */
export function useKnownKeys(workspace: string, experiments: readonly string[], enabled: boolean): KnownKeys {
  const { data } = useOperation(
    listRunFields,
    {
      params: { workspace },
      query: { limit: 2000, ...(experiments.length === 0 ? {} : { experiments: experiments.join(',') }) },
    },
    { enabled, staleTime: 30_000, keepPrevious: true },
  );
  return useMemo(
    () => (data === undefined ? {} : { metric: data.metrics, parameter: data.params, tag: data.tags }),
    [data],
  );
}

interface ValuesWanted {
  readonly workspace: string;
  readonly experiments: readonly string[];
  readonly text: string;
  readonly cursor: number;
  readonly enabled: boolean;
}

const none: readonly KnownValue[] = [];

/** The values that runs have of what is being compared at the cursor, with how many have each. */
export function useKnownValues({ workspace, experiments, text, cursor, enabled }: ValuesWanted) {
  const term = useMemo(() => {
    const completion = completeStudioFilter(text, cursor);
    if (completion.expects !== 'value' || completion.term === undefined) return undefined;
    const isText = completion.valueKind === 'text' || completion.valueKind === 'keyed';
    return isText && completion.term.field.entity !== 'dataset' ? printTerm(completion.term) : undefined;
  }, [text, cursor]);
  const { data } = useOperation(
    readRunFacets,
    {
      params: { workspace },
      body: { experimentIds: [...experiments], terms: [term ?? 'status'], limit: 100 },
    },
    { enabled: enabled && term !== undefined, staleTime: 30_000 },
  );
  return term === undefined ? none : (data?.facets[0]?.values ?? none);
}
