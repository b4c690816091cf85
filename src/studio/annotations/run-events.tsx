import type { RunMarker } from '#contract/annotations.ts';
import {
  IconAlertTriangle,
  IconDeviceFloppy,
  IconPlayerPlay,
  IconPlayerStop,
  IconX,
  type TablerIcon,
} from '@tabler/icons-react';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatExact } from '../ui/time.model.ts';
import { formatWholeText } from '../ui/number.model.ts';
import classes from './annotations.module.css';
import type { NotedRun } from './noted-run.ts';

interface RunEventsProps {
  readonly markers: readonly RunMarker[];
  readonly runs: readonly NotedRun[];
  readonly onShow: (axis: string, range: readonly [from: number, to: number]) => void;
}

const icons: Readonly<Record<RunMarker['kind'], TablerIcon>> = {
  resumed: IconPlayerPlay,
  failed: IconX,
  killed: IconPlayerStop,
  checkpoint: IconDeviceFloppy,
  nan: IconAlertTriangle,
};

/** What happened to the runs, in order of time; nobody wrote it. */
export function RunEvents({ markers, runs, onShow }: RunEventsProps) {
  if (markers.length === 0) {
    return (
      <EmptyState title="Nothing happened">
        Runs that fail, are killed or go on again, models they save, and metrics that become NaN are listed
        here.
      </EmptyState>
    );
  }
  const names = new Map(runs.map((run) => [run.runId, run.name]));
  return (
    <ul className={classes['events']}>
      {markers.map((marker) => {
        const { runId, kind, metric, step, atMs, label } = marker;
        const Icon = icons[kind];
        const place = step === null ? formatExact(atMs) : `step ${formatWholeText(step)}`;
        const show = (): void =>
          step === null ? onShow('time', [atMs, atMs]) : onShow('step', [Number(step), Number(step)]);
        return (
          <li key={`${runId} ${kind} ${metric ?? ''} ${atMs}`}>
            <button type="button" onClick={show} title="Show this place">
              <Icon size={16} aria-hidden="true" />
              <span>
                {label}
                <span className={classes['facts']}>
                  {' '}
                  {names.get(runId) ?? runId}, {place}
                </span>
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
