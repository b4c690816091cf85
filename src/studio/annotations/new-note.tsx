import { NumberInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { WriteField } from './annotation-thread.tsx';
import classes from './annotations.module.css';
import type { NotedRun, NotePlace } from './noted-run.ts';
import type { AnnotationDraft } from './use-annotation-actions.ts';

interface NewNoteProps {
  readonly runs: readonly NotedRun[];
  readonly place: NotePlace;
  /** Answers whether it was taken. */
  readonly onCreate: (draft: AnnotationDraft) => Promise<boolean>;
}

/** Where a new note stands, what it is about, and what it says. Begins at the part of x that the charts show. */
export function NewNote({ runs, place, onCreate }: NewNoteProps) {
  const [low, high] = place.range ?? [undefined, undefined];
  const [from, setFrom] = useState<number | undefined>(low);
  const [to, setTo] = useState<number | undefined>(high);
  const [metric, setMetric] = useState(place.metric);
  const about = subjects(runs);
  const [subject, setSubject] = useState(about[0]?.value ?? '');
  const send = async (text: string): Promise<boolean> => {
    const start = from ?? 0;
    const [kind, id = ''] = subject.split(' ');
    return onCreate({
      axis: place.axis,
      from: start,
      to: Math.max(start, to ?? start),
      text,
      ...(kind === 'run' ? { runId: id } : { experimentId: id }),
      ...(metric.trim() === '' ? {} : { metric: metric.trim() }),
    });
  };
  return (
    <div className={classes['form']}>
      <div className={classes['fields']}>
        <PlaceField label={`From (${place.axis})`} value={from} onChange={setFrom} />
        <PlaceField label="To" value={to} onChange={setTo} />
        <TextInput
          label="Metric"
          placeholder="All charts"
          maxLength={250}
          value={metric}
          onChange={(event) => setMetric(event.currentTarget.value)}
        />
        <Select
          label="About"
          data={about}
          value={subject}
          allowDeselect={false}
          onChange={(value) => setSubject(value ?? '')}
        />
      </div>
      <WriteField label="New note" verb="Add note" text="" onSend={send} />
    </div>
  );
}

/** Each run, and each experiment as a whole. */
function subjects(runs: readonly NotedRun[]): { value: string; label: string }[] {
  const experiments = new Map(runs.map((run) => [run.experimentId, run.experimentName]));
  return [
    ...runs.map(({ runId, name }) => ({ value: `run ${runId}`, label: name })),
    ...[...experiments].map(([id, name]) => ({ value: `experiment ${id}`, label: `All runs of ${name}` })),
  ];
}

interface PlaceFieldProps {
  readonly label: string;
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
}

function PlaceField({ label, value, onChange }: PlaceFieldProps) {
  return (
    <NumberInput
      label={label}
      value={value ?? ''}
      hideControls
      onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
    />
  );
}
