import { type RunStatus } from '#contract/runs.ts';
import { IconTrash } from '@tabler/icons-react';
import { StatusShape } from '#studio/ui/status-badge.tsx';
import classes from './runs-bits.module.css';
import type { RunsView } from './runs-view.model.ts';
import { statusOf, withStatus } from './status-facet.model.ts';
import type { ChangeRunsView } from './use-runs-view.ts';

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

/** The filters asked for most, one press each; they write themselves into the filter. */
export function QuickFacets({ view, onChange }: QuickFacetsProps) {
  const chosen = statusOf(view.filter);
  const inTrash = view.lifecycle === 'deleted';
  const choose = (status: RunStatus): void =>
    onChange((now) => ({
      ...now,
      filter: withStatus(now.filter, statusOf(now.filter) === status ? undefined : status) ?? now.filter,
    }));
  return (
    <div className={classes['facets']} role="toolbar" aria-label="Quick filters">
      {offered.map(([status, label]) => (
        <button
          key={status}
          type="button"
          className={classes['facet']}
          aria-pressed={chosen === status}
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
    </div>
  );
}
