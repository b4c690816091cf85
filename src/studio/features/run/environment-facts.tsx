import { listArtifacts } from '#contract/artifacts.ts';
import type { RunDetails } from '#contract/runs.ts';
import { parsePackages } from '#domain/diff/packages.ts';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { url } from '#studio/app/url.ts';
import { useOperation } from '#studio/query/operation-query.ts';
import { formatInteger } from '#studio/ui/number.model.ts';
import classes from './overview.module.css';
import { machineTags, measuredParts, packageFile } from './run-files.model.ts';
import { useFileText } from './viewers/use-file-text.ts';

/** What a run ran on: machine and packages, as far as it told. */
export function EnvironmentFacts({
  workspace,
  run,
}: {
  readonly workspace: string;
  readonly run: RunDetails;
}) {
  const { runId } = run;
  const { data } = useOperation(listArtifacts, { params: { workspace, runId }, query: {} });
  const file = packageFile(data?.entries ?? []);
  const machine = machineTags(run.tags);
  const measured = measuredParts(run.metrics);
  const image = run.tags['mlflow.docker.image.uri'];
  if (file === undefined && machine.length === 0 && measured === '' && image === undefined) return null;
  return (
    <section className={classes['section']}>
      <h2>Environment</h2>
      <dl className={classes['facts']}>
        {machine.map(([key, value]) => (
          <div key={key} style={{ display: 'contents' }}>
            <dt>{key}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {image !== undefined && (
          <>
            <dt>Image</dt>
            <dd>{image}</dd>
          </>
        )}
        {measured !== '' && (
          <>
            <dt>Measured</dt>
            <dd>
              <Link to={url.run(workspace, runId, { tab: 'system' })}>{measured}</Link>
            </dd>
          </>
        )}
      </dl>
      {file !== undefined && <Packages workspace={workspace} runId={runId} path={file.path} />}
    </section>
  );
}

interface PackagesProps {
  readonly workspace: string;
  readonly runId: string;
  readonly path: string;
}

function Packages({ path, ...place }: PackagesProps) {
  const { data } = useFileText({ ...place, path }, 262_144);
  const packages = useMemo(() => [...parsePackages(data?.text ?? '', path)], [data, path]);
  const link = <Link to={url.run(place.workspace, place.runId, { tab: 'artifacts', path })}>{path}</Link>;
  if (packages.length === 0) return <p className={classes['quiet']}>Packages: {link}</p>;
  return (
    <details className={classes['folded']}>
      <summary className={classes['quiet']}>
        {formatInteger(packages.length)} {packages.length === 1 ? 'package' : 'packages'}
      </summary>
      <p className={classes['quiet']}>From {link}</p>
      <dl className={classes['facts']}>
        {packages.map(([name, version]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{version}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
