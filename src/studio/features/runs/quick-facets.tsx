import { type RunStatus } from '#contract/runs.ts';
import { IconChartBar, IconTrash } from '@tabler/icons-react';
import { StatusShape } from '#studio/ui/status-badge.tsx';
import classes from './runs-bits.module.css';
import type { RunsView } from './runs-view.model.ts';
import { chosenValues, withValueToggled } from './facet-clause.model.ts';
import { FacetsPanel } from './facets-panel.tsx';
import { useFacets } from './use-facets.ts';
import type { ChangeRunsView } from './use-runs-view.ts';
import { useWorkspaceSlug } from '#studio/app/use-workspace-slug.ts';

const offered: readonly (readonly [RunStatus, string])[] = [
  ['RUNNING', 'Running'],
  ['FINISHED', 'Finished'],
  ['FAILED', 'Failed'],
  ['KILLED', 'Killed'],
];

interface QuickFacetsProps {
  readonly view: RunsView;
  readonly onChange: ChangeRunsView;
}

/** The filters asked for most, one press each, and the way to all others; they write themselves into the filter. */
export function QuickFacets({ view, onChange }: QuickFacetsProps) {
  const workspace = useWorkspaceSlug();
  const facets = useFacets();
  const chosen = chosenValues(view.filter, 'status');
  const inTrash = view.lifecycle === 'deleted';
  const choose = (status: RunStatus): void =>
    onChange((now) => ({
      ...now,
      filter: withValueToggled(now.filter, 'status', status) ?? now.filter,
    }));
  return (
    <div className={classes['facets']} role="toolbar" aria-label="Quick filters">
      <button type="button" className={classes['facet']} aria-expanded={facets.open} onClick={facets.toggle}>
        <IconChartBar size={14} aria-hidden="true" />
        Facets
      </button>
      {offered.map(([status, label]) => (
        <button
          key={status}
          type="button"
          className={classes['facet']}
          aria-pressed={chosen.includes(status)}
          onClick={() => choose(status)}
        >
          <StatusShape status={status} />
          {label}
        </button>
      ))}
      <button
        type="button"
        className={classes['facet']}
        aria-pressed={inTrash}
        onClick={() =>
          onChange((now) => ({ ...now, lifecycle: inTrash ? 'active' : 'deleted', selected: [] }))
        }
      >
        <IconTrash size={14} aria-hidden="true" />
        Trash
      </button>
      {facets.open && <FacetsPanel workspace={workspace} view={view} facets={facets} onChange={onChange} />}
    </div>
  );
}
