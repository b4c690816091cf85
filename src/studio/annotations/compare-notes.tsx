import { compareRuns } from '#contract/runs.ts';
import { Button } from '@mantine/core';
import { IconMessage } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useSearchChange } from '../address/use-search-change.ts';
import { useKeys } from '../keyboard/use-keys.ts';
import { useOperation } from '../query/operation-query.ts';
import { usePanelAddress } from '../ui/use-panel-address.ts';
import type { NotePlace } from './noted-run.ts';
import { NotesPanel } from './notes-panel.tsx';
import { rangeAround } from './place-text.model.ts';
import { useAnnotations, useRunMarkers } from './use-annotations.ts';

interface CompareNotesProps {
  readonly workspace: string;
}

/** The notes on the runs that the address compares: a button with their number, and the list beside the page. */
export function CompareNotes({ workspace }: CompareNotesProps) {
  const [search] = useSearchParams();
  const changeSearch = useSearchChange();
  const [open, setOpen] = usePanelAddress('notes');
  const runIds = useMemo(() => (search.get('runs') ?? '').split(',').filter((id) => id !== ''), [search]);
  const { data } = useOperation(
    compareRuns,
    { params: { workspace }, body: { runIds: [...runIds] } },
    { enabled: runIds.length > 0, keepPrevious: true },
  );
  const runs = useMemo(() => (data?.runs ?? []).filter((run) => runIds.includes(run.runId)), [data, runIds]);
  const experimentIds = useMemo(() => runs.map((run) => run.experimentId), [runs]);
  const notes = useAnnotations(workspace, { runIds, experimentIds });
  const metrics = useMemo(() => metricsWithNan(runs), [runs]);
  const markers = useRunMarkers(workspace, open ? runIds : noRuns, metrics);
  useKeys(
    'Notes',
    runIds.length === 0 ? [] : [{ keys: 'm', label: 'Notes on charts', run: () => setOpen(!open) }],
  );
  if (runIds.length === 0) return null;
  const count = notes?.filter(({ resolvedAtMs }) => resolvedAtMs === null).length ?? 0;
  const show = (axis: string, [from, to]: readonly [number, number]): void =>
    changeSearch((before) => {
      const next = new URLSearchParams(before);
      if (axis === 'step') next.delete('x');
      else next.set('x', axis);
      next.set('range', rangeAround({ axis, from, to }));
      next.delete('tab');
      return next;
    });
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconMessage size={16} />}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        Notes{count > 0 && ` ${count}`}
      </Button>
      {open && (
        <NotesPanel
          workspace={workspace}
          runs={runs}
          notes={notes}
          markers={markers}
          place={placeOf(search)}
          onShow={show}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

const noRuns: readonly string[] = [];
/** As many metrics are looked through for their first NaN. */
const mostMetrics = 50;

function metricsWithNan(
  runs: readonly { readonly metrics: readonly { readonly key: string; readonly nanPoints: number }[] }[],
): readonly string[] {
  const keys = runs.flatMap(({ metrics }) =>
    metrics.filter(({ nanPoints }) => nanPoints > 0).map(({ key }) => key),
  );
  return [...new Set(keys)].slice(0, mostMetrics);
}

/** A new note begins where the charts are zoomed to. */
function placeOf(search: URLSearchParams): NotePlace {
  const [from = NaN, to = NaN] = (search.get('range') ?? '').split('..').map(Number);
  const range = Number.isFinite(to - from) && from <= to ? ([from, to] as const) : undefined;
  return { axis: search.get('x') ?? 'step', metric: search.get('full') ?? '', range };
}
