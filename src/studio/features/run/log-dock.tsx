import type { RunDetails } from '#contract/runs.ts';
import { xAxis } from '#contract/metrics.ts';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { useStore } from 'zustand';
import { useCrosshairStore } from '#studio/charts/crosshair.store.ts';
import { placeOfTime, timeOfPlace } from './log-dock.model.ts';
import classes from './logs.module.css';
import { RunLogPanel } from './run-log.tsx';
import { useStepTimes } from './use-step-times.ts';

interface LogDockProps {
  readonly workspace: string;
  readonly run: RunDetails;
  readonly onClose: () => void;
}

/** This much of a crosshair is the log's own doing. */
const dockId = 'log';

/** The log below the curves. A step pointed at in a chart brings the line of that time, and a line the crosshair. */
export function LogDock({ workspace, run, onClose }: LogDockProps) {
  const store = useCrosshairStore();
  const knots = useStepTimes(workspace, run);
  const { startedAtMs } = run;
  const [search] = useSearchParams();
  const axis = xAxis.catch('step').parse(search.get('x'));
  const pointedAtMs = useStore(store, ({ at, chartId }) =>
    at === undefined || chartId === dockId ? undefined : timeOfPlace(at, { startedAtMs, knots }),
  );
  const onTime = useCallback(
    (atMs: number) => {
      const at = placeOfTime(axis, atMs, { startedAtMs, knots });
      if (at !== undefined) store.setState({ at, chartId: dockId, frozen: false, byKey: false });
    },
    [store, axis, startedAtMs, knots],
  );
  return (
    <section className={classes['dock']} aria-label="Log">
      <RunLogPanel
        workspace={workspace}
        run={run}
        pointedAtMs={pointedAtMs}
        onTime={onTime}
        actions={
          <Tooltip label="Close the log">
            <ActionIcon size={28} aria-label="Close the log" onClick={onClose}>
              <IconX size={16} />
            </ActionIcon>
          </Tooltip>
        }
      />
    </section>
  );
}
