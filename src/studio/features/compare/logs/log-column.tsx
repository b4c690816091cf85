import type { RunLog } from '#contract/run-logs.ts';
import type { ComparedRun } from '#contract/runs.ts';
import type { RunMark } from '#domain/colour/run-marks.ts';
import { useState } from 'react';
import { Link } from 'react-router';
import { url } from '#studio/app/url.ts';
import { Swatch } from '#studio/charts/swatch.tsx';
import { LogViewer } from '#studio/logs/log-viewer.tsx';
import classes from './logs.module.css';

interface LogColumnProps {
  readonly workspace: string;
  readonly run: ComparedRun;
  readonly mark: RunMark | undefined;
  readonly log: RunLog;
  /** What is looked for in all of them. */
  readonly find: string;
  readonly onFind: (text: string) => void;
}

/** The log of one run among several. */
export function LogColumn({ workspace, run, mark, log, find, onFind }: LogColumnProps) {
  const [line, setLine] = useState<number>();
  return (
    <section className={classes['column']} aria-label={`Log of ${run.name}`}>
      <h3 className={classes['title']}>
        {mark !== undefined && <Swatch mark={mark} />}
        <Link to={url.run(workspace, run.runId)}>{run.name}</Link>
      </h3>
      <LogViewer
        workspace={workspace}
        runId={run.runId}
        log={log.id}
        name={`${log.name} of ${run.name}`}
        live={run.status === 'RUNNING'}
        line={line}
        onLine={setLine}
        find={find}
        onFind={onFind}
      />
    </section>
  );
}
