import { listRunFields } from '#contract/runs.ts';
import { SegmentedControl, Select } from '@mantine/core';
import { usePreferences } from '#studio/preferences/preferences.store.ts';
import { useOperation } from '#studio/query/operation-query.ts';
import classes from './arrange-panel.module.css';
import { metricOf } from './column.model.ts';
import { arrangements, densities, type RunsView } from './runs-view.model.ts';
import type { ColumnActions } from './use-column-actions.ts';
import type { ChangeRunsView } from './use-runs-view.ts';

interface RowsPartProps {
  readonly workspace: string;
  readonly view: RunsView;
  readonly actions: ColumnActions;
  readonly onChange: ChangeRunsView;
}

const arrangementWords = { flat: 'List', tree: 'Tree', ranked: 'Leaderboard' } as const;
const densityWords = { compact: 'Compact', comfortable: 'Comfortable' } as const;

/** Whether child runs lie below their parents, whether rows are ranked, and how high they are. */
export function RowsPart({ workspace, view, actions, onChange }: RowsPartProps) {
  const preferred = usePreferences((state) => state.density);
  const { data } = useOperation(listRunFields, { params: { workspace }, query: { limit: 500 } });
  const metrics = data?.metrics.map(({ key }) => key) ?? [];
  const by = view.sort.map(({ column }) => metricOf(column)).find((metric) => metric !== undefined);
  return (
    <section className={classes['part']} aria-label="Rows">
      <h3>Rows</h3>
      <SegmentedControl
        fullWidth
        aria-label="Show runs as"
        data={arrangements.map((value) => ({ value, label: arrangementWords[value] }))}
        value={view.as}
        onChange={(value) => {
          const metric = by ?? metrics[0];
          if (value === 'ranked' && metric !== undefined) actions.rank(metric);
          else onChange((now) => ({ ...now, as: value === 'tree' ? 'tree' : 'flat' }));
        }}
      />
      {view.as === 'ranked' && (
        <Select
          label="Ranked by the best of"
          searchable
          data={metrics}
          value={by ?? null}
          comboboxProps={{ withinPortal: false }}
          onChange={(metric) => metric !== null && actions.rank(metric)}
        />
      )}
      <SegmentedControl
        fullWidth
        aria-label="Height of rows"
        data={densities.map((value) => ({ value, label: densityWords[value] }))}
        value={view.density ?? preferred}
        onChange={(value) =>
          onChange((now) => ({ ...now, density: densities.find((each) => each === value) }), 'refine')
        }
      />
    </section>
  );
}
