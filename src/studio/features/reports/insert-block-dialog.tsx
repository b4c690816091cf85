import { listRunFields } from '#contract/runs.ts';
import { listViews } from '#contract/views.ts';
import { Autocomplete, Button, NumberInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useOperation } from '#studio/query/operation-query.ts';
import { Dialog } from '#studio/ui/dialog.tsx';
import classes from './reports.module.css';

interface InsertBlockDialogProps {
  readonly workspace: string;
  readonly kind: 'chart' | 'runs';
  readonly onInsert: (block: Readonly<Record<string, unknown>>) => void;
  readonly onClose: () => void;
}

const bySearch = 'search';
const most = 100;

/** What a new chart or table of a report shows; all of it can be changed in the text later. */
export function InsertBlockDialog({ workspace, kind, onInsert, onClose }: InsertBlockDialogProps) {
  const [metric, setMetric] = useState('');
  const [source, setSource] = useState(bySearch);
  const [filter, setFilter] = useState('');
  const [limit, setLimit] = useState(kind === 'chart' ? 5 : 10);
  const fields = useOperation(listRunFields, { params: { workspace }, query: { limit: 200 } });
  const views = useOperation(listViews, { params: { workspace }, query: {} });
  const metrics = fields.data?.metrics.map(({ key }) => key) ?? [];
  const title = kind === 'chart' ? 'Insert a chart' : 'Insert a table of runs';
  const ready = kind === 'runs' || metric.trim() !== '';
  const insert = (): void =>
    onInsert({
      show: kind,
      ...(kind === 'chart' ? { metric: metric.trim() } : {}),
      ...(source === bySearch
        ? { filter: filter === '' ? undefined : filter, limit }
        : { view: source, limit }),
      ...(kind === 'runs' && source === bySearch
        ? { columns: metrics.slice(0, 3).map((key) => `metrics.${key}`) }
        : {}),
    });
  return (
    <Dialog label={title} onClose={onClose}>
      <form
        className={classes['form']}
        onKeyDownCapture={(event) => {
          // Escape closes an open list first, and only then the dialog.
          const isOpen = event.target instanceof Element && event.target.ariaExpanded === 'true';
          if (event.key === 'Escape' && isOpen) event.preventDefault();
        }}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) insert();
        }}
      >
        <h2>{title}</h2>
        {kind === 'chart' && (
          <Autocomplete
            label="Metric"
            required
            data={metrics}
            value={metric}
            maxLength={250}
            comboboxProps={{ withinPortal: false }}
            onChange={setMetric}
          />
        )}
        <Select
          label="Runs"
          allowDeselect={false}
          data={[
            { value: bySearch, label: 'The newest that match a filter' },
            ...(views.data?.views ?? []).map((view) => ({
              value: view.viewId,
              label: `Saved view: ${view.name}`,
            })),
          ]}
          value={source}
          comboboxProps={{ withinPortal: false }}
          onChange={(value) => setSource(value ?? bySearch)}
        />
        {source === bySearch && (
          <TextInput
            label="Filter"
            description="As in the table of runs. Empty: all."
            value={filter}
            onChange={(event) => setFilter(event.currentTarget.value)}
          />
        )}
        <NumberInput
          label="At most this many runs"
          min={1}
          max={most}
          value={limit}
          onChange={(value) => setLimit(Math.min(most, Math.max(1, Math.trunc(Number(value)) || 1)))}
        />
        <Buttons ready={ready} onClose={onClose} />
      </form>
    </Dialog>
  );
}

function Buttons({ ready, onClose }: { readonly ready: boolean; readonly onClose: () => void }) {
  return (
    <div className={classes['buttons']}>
      <Button variant="default" onClick={onClose}>
        Cancel
      </Button>
      <Button type="submit" disabled={!ready}>
        Insert
      </Button>
    </div>
  );
}
