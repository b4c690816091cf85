import { listActivity } from '#contract/activity.ts';
import type { RunDetails } from '#contract/runs.ts';
import { diffLines } from '#domain/text-diff/diff-lines.ts';
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useOperation } from '#studio/query/operation-query.ts';
import { ErrorState } from '#studio/ui/error-state.tsx';
import { formatInteger } from '#studio/ui/number.model.ts';
import { RelativeTime } from '#studio/ui/relative-time.tsx';
import { SkeletonRows } from '#studio/ui/skeleton-rows.tsx';
import { noteVersions } from './note-versions.model.ts';
import classes from './overview.module.css';
import { PatchText } from './patch-text.tsx';

interface NoteHistoryProps {
  readonly workspace: string;
  readonly run: RunDetails;
  readonly note: string;
  readonly onRestore: (note: string) => void;
}

const listed = 200;

/** Earlier versions of a note: who wrote them, what each changed, and the way back to one. */
export function NoteHistory({ workspace, run, note, onRestore }: NoteHistoryProps) {
  const { data, error, refetch } = useOperation(listActivity, {
    params: { workspace },
    query: { subjectKind: 'run', subjectId: run.runId, limit: listed },
  });
  const versions = useMemo(() => noteVersions(data?.events ?? []), [data]);
  const [chosen, setChosen] = useState<number>();
  const version = versions.find(({ id }) => id === chosen) ?? versions[0];
  if (data === undefined) {
    return error === null ? (
      <SkeletonRows rows={3} what="versions" />
    ) : (
      <ErrorState title="The versions could not be loaded" error={error} onRetry={() => void refetch()} />
    );
  }
  if (version === undefined) {
    return <p className={classes['quiet']}>No version of this note was written here.</p>;
  }
  return (
    <div className={classes['versions']}>
      <ol className={classes['version-list']}>
        {versions.map((each, index) => (
          <li key={each.id}>
            <button
              type="button"
              className={classes['version-choice']}
              aria-current={each.id === version.id ? 'true' : undefined}
              onClick={() => setChosen(each.id)}
            >
              Version {formatInteger(versions.length - index)} by {each.actor},{' '}
              <RelativeTime atMs={each.atMs} />
            </button>
          </li>
        ))}
      </ol>
      <PatchText lines={diffLines(version.before, version.text)} label="What this version changed" />
      {run.lifecycle === 'active' && version.text !== note && (
        <div>
          <Button variant="default" size="compact-sm" onClick={() => onRestore(version.text)}>
            Restore this version
          </Button>
        </div>
      )}
    </div>
  );
}
