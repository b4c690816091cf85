import { listArtifacts } from '#contract/artifacts.ts';
import type { RunDetails } from '#contract/runs.ts';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { url } from '#studio/app/url.ts';
import { useOperation } from '#studio/query/operation-query.ts';
import { formatInteger } from '#studio/ui/number.model.ts';
import classes from './overview.module.css';
import { PatchText } from './patch-text.tsx';
import { parsePatch } from './patch.model.ts';
import { patchFile, patchTag } from './run-files.model.ts';
import { useFileText } from './viewers/use-file-text.ts';

/** What of the code was not committed when the run began: logged as a patch, in a tag or a file. */
export function UncommittedChanges({
  workspace,
  run,
}: {
  readonly workspace: string;
  readonly run: RunDetails;
}) {
  const { data } = useOperation(listArtifacts, { params: { workspace, runId: run.runId }, query: {} });
  const tagged = patchTag(run.tags);
  const file = patchFile(data?.entries ?? []);
  if (tagged !== undefined) return <Patch text={tagged} />;
  if (file !== undefined) return <FilePatch workspace={workspace} runId={run.runId} path={file.path} />;
  if (!/^true$/i.test(run.tags['mlflow.git.dirty'] ?? run.tags['mlflow.source.git.dirty'] ?? '')) return null;
  return (
    <p className={classes['quiet']}>
      Some of the code was not committed. Log it as a file to see it here: <code>git diff &gt; git.diff</code>
      .
    </p>
  );
}

interface FilePatchProps {
  readonly workspace: string;
  readonly runId: string;
  readonly path: string;
}

function FilePatch(place: FilePatchProps) {
  const { data } = useFileText(place);
  if (data?.text === undefined || data.text === null || data.text.trim() === '') return null;
  const { workspace, runId, path } = place;
  return (
    <>
      <Patch text={data.text} />
      <p className={classes['quiet']}>
        From <Link to={url.run(workspace, runId, { tab: 'artifacts', path })}>{path}</Link>
        {data.truncated && ', its beginning'}
      </p>
    </>
  );
}

function Patch({ text }: { readonly text: string }) {
  const lines = useMemo(() => parsePatch(text), [text]);
  const count = (kind: string): string => formatInteger(lines.filter((line) => line.kind === kind).length);
  return (
    <details className={classes['folded']}>
      <summary className={classes['quiet']}>
        Uncommitted changes: {count('added')} lines added, {count('removed')} removed
      </summary>
      <PatchText lines={lines} label="Uncommitted changes" />
    </details>
  );
}
