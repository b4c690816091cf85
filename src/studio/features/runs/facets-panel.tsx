import { readRunFacets } from '#contract/run-facets.ts';
import { listRunFields } from '#contract/runs.ts';
import { printField } from '#domain/filter/filter-print.ts';
import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useOperation } from '#studio/query/operation-query.ts';
import { ErrorState } from '#studio/ui/error-state.tsx';
import { formatInteger } from '#studio/ui/number.model.ts';
import { SidePanel } from '#studio/ui/side-panel.tsx';
import { SkeletonRows } from '#studio/ui/skeleton-rows.tsx';
import { FacetSection } from './facet-section.tsx';
import { mostFacets } from './facets-view.model.ts';
import classes from './facets.module.css';
import type { RunsView } from './runs-view.model.ts';
import type { FacetsView } from './use-facets.ts';
import type { ChangeRunsView } from './use-runs-view.ts';

interface FacetsPanelProps {
  readonly workspace: string;
  readonly view: RunsView;
  readonly facets: FacetsView;
  readonly onChange: ChangeRunsView;
}

/** What the matching runs are like, in counts; a press on one of them writes it into the filter, or takes it out. */
export function FacetsPanel({ workspace, view, facets, onChange }: FacetsPanelProps) {
  const { experiments, filter, lifecycle } = view;
  const terms = facets.terms;
  const { data, error, refetch, isPlaceholderData } = useOperation(
    readRunFacets,
    {
      params: { workspace },
      body: { experimentIds: [...experiments], filter, view: lifecycle, terms: [...terms], limit: 12 },
    },
    { enabled: terms.length > 0, keepPrevious: true },
  );
  const counted = new Map(data?.facets.map((facet) => [facet.term, facet]));
  return (
    <SidePanel title="Facets" onClose={facets.toggle}>
      <div className={classes['panel']} aria-busy={isPlaceholderData}>
        {error !== null && error.code !== 'invalid-input' && (
          <ErrorState title="The counts could not be loaded" error={error} onRetry={() => void refetch()} />
        )}
        {error?.code === 'invalid-input' && (
          <p className={classes['note']}>The filter cannot be read, so nothing is counted.</p>
        )}
        {data !== undefined && (
          <p className={classes['note']}>
            Counts among the {formatInteger(data.matching)} runs that match. Each facet leaves out what the
            filter says of it.
          </p>
        )}
        {data === undefined && error === null && terms.length > 0 && (
          <SkeletonRows rows={12} what="the counts" />
        )}
        {terms.map((term) => {
          const facet = counted.get(term);
          return facet === undefined ? null : (
            <FacetSection
              key={term}
              facet={facet}
              filter={filter}
              onFilter={(next) => onChange((now) => ({ ...now, filter: next, selected: [] }))}
              onRemove={() => facets.show(terms.filter((each) => each !== term))}
            />
          );
        })}
        <AddFacet workspace={workspace} experiments={experiments} facets={facets} />
      </div>
    </SidePanel>
  );
}

interface AddFacetProps {
  readonly workspace: string;
  readonly experiments: readonly string[];
  readonly facets: FacetsView;
}

function AddFacet({ workspace, experiments, facets: { terms, show } }: AddFacetProps) {
  const { data } = useOperation(listRunFields, {
    params: { workspace },
    query: { limit: 500, ...(experiments.length === 0 ? {} : { experiments: experiments.join(',') }) },
  });
  const groups = useMemo(() => {
    const free = (entity: 'metric' | 'parameter' | 'tag', fields: readonly { key: string }[] = []) =>
      fields.map(({ key }) => ({ value: printField({ entity, key }), label: key }));
    const attributes = ['status', 'experiment', 'user_id', 'start_time', 'duration'];
    const all = [
      { group: 'Run', items: attributes.map((key) => ({ value: key, label: key })) },
      { group: 'Parameters', items: free('parameter', data?.params) },
      { group: 'Tags', items: free('tag', data?.tags) },
      { group: 'Metrics', items: free('metric', data?.metrics) },
    ];
    return all.map(({ group, items }) => ({
      group,
      items: items.filter(({ value }) => !terms.includes(value)),
    }));
  }, [data, terms]);
  return (
    <Select
      label="Add a facet"
      placeholder="Parameter, tag or metric"
      searchable
      limit={100}
      data={groups}
      value={null}
      disabled={terms.length >= mostFacets}
      onChange={(term) => {
        if (term !== null) show([...terms, term]);
      }}
      comboboxProps={{ withinPortal: true }}
    />
  );
}
