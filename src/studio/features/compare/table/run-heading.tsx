import { Link } from 'react-router';
import { url } from '#studio/app/url.ts';
import { useWorkspaceSlug } from '#studio/app/use-workspace-slug.ts';
import type { ChartRun } from '#studio/charts/chart-run.ts';
import { pointAtRun, useCrosshairStore } from '#studio/charts/crosshair.store.ts';
import { Swatch } from '#studio/charts/swatch.tsx';
import classes from './compare-table.module.css';

/** A run's name and colour; pointing at it makes the run stand out everywhere. */
export function RunHeading({ run }: { readonly run: ChartRun }) {
  const workspace = useWorkspaceSlug();
  const store = useCrosshairStore();
  return (
    <span
      className={classes['run']}
      onPointerEnter={() => pointAtRun(store, run.runId)}
      onPointerLeave={() => pointAtRun(store, undefined)}
    >
      <Swatch mark={run.mark} />
      <Link className={classes['run-name']} to={url.run(workspace, run.runId)} title={run.name}>
        {run.name}
      </Link>
      {run.baseline && <span className={classes['baseline']}>baseline</span>}
    </span>
  );
}
