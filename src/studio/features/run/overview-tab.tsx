import type { RunDetails } from '#contract/runs.ts';
import { DatasetList } from './dataset-list.tsx';
import { EnvironmentFacts } from './environment-facts.tsx';
import { MetricsTable } from './metrics-table.tsx';
import { ModelList } from './model-list.tsx';
import classes from './overview.module.css';
import { ParamsTable } from './params-table.tsx';
import { RelatedRuns } from './related-runs.tsx';
import { RunNote } from './run-note.tsx';
import { SourceFacts } from './source-facts.tsx';
import { TagList } from './tag-list.tsx';

/** All about a run on one page: what it was given, what it reached, where it came from. */
export function OverviewTab({ workspace, run }: { readonly workspace: string; readonly run: RunDetails }) {
  return (
    <div className={classes['columns']}>
      <div className={classes['main']}>
        <RunNote workspace={workspace} run={run} />
        <MetricsTable workspace={workspace} run={run} />
        <section className={classes['section']}>
          <h2>Parameters</h2>
          <ParamsTable params={run.params} />
        </section>
      </div>
      <div className={classes['side']}>
        <SourceFacts workspace={workspace} run={run} />
        <EnvironmentFacts workspace={workspace} run={run} />
        <TagList workspace={workspace} run={run} />
        <DatasetList run={run} />
        <ModelList run={run} />
        <RelatedRuns workspace={workspace} run={run} />
      </div>
    </div>
  );
}
