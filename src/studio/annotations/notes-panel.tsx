import type { Annotation, RunMarker } from '#contract/annotations.ts';
import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatInteger } from '../ui/number.model.ts';
import { SidePanel } from '../ui/side-panel.tsx';
import { SkeletonRows } from '../ui/skeleton-rows.tsx';
import { AnnotationThread } from './annotation-thread.tsx';
import classes from './annotations.module.css';
import { NewNote } from './new-note.tsx';
import type { NotedRun, NotePlace } from './noted-run.ts';
import { RunEvents } from './run-events.tsx';
import { useAnnotationActions } from './use-annotation-actions.ts';

interface NotesPanelProps {
  readonly workspace: string;
  readonly runs: readonly NotedRun[];
  readonly notes: readonly Annotation[] | undefined;
  readonly markers: readonly RunMarker[];
  readonly place: NotePlace;
  /** Shows a part of x on the charts. */
  readonly onShow: (axis: string, range: readonly [from: number, to: number]) => void;
  readonly onClose: () => void;
}

const states = [
  { value: 'open', label: 'Open' },
  { value: 'settled', label: 'Settled' },
  { value: 'events', label: 'Events' },
];

/** What people noted on the charts, and what happened to the runs along them, beside the page. */
export function NotesPanel({ workspace, runs, notes, markers, place, onShow, onClose }: NotesPanelProps) {
  const [state, setState] = useState('open');
  const actions = useAnnotationActions(workspace);
  const shown = notes?.filter((note) => (note.resolvedAtMs !== null) === (state === 'settled'));
  return (
    <SidePanel title="Notes on charts" onClose={onClose}>
      <SegmentedControl
        aria-label="Which notes"
        data={states}
        value={state}
        onChange={setState}
        fullWidth
        mb={12}
      />
      {state === 'events' ? (
        <RunEvents markers={markers} runs={runs} onShow={onShow} />
      ) : (
        <>
          {state === 'open' && <NewNote runs={runs} place={place} onCreate={actions.create} />}
          {notes === undefined && <SkeletonRows rows={4} what="notes" />}
          {shown?.length === 0 && (
            <EmptyState title={state === 'open' ? 'No open notes' : 'Nothing settled yet'}>
              {state === 'open' &&
                'Zoom the charts to a place, say what happened there, and everybody who compares these runs sees it.'}
            </EmptyState>
          )}
          {shown !== undefined && shown.length > 0 && (
            <p className={classes['facts']}>
              {formatInteger(shown.length)} {shown.length === 1 ? 'note' : 'notes'}
            </p>
          )}
          {shown?.map((note) => (
            <AnnotationThread
              key={note.annotationId}
              note={note}
              actions={actions}
              onShow={({ axis, from, to }) => onShow(axis, [from, to])}
            />
          ))}
        </>
      )}
    </SidePanel>
  );
}
