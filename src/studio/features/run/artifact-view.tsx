import { deleteArtifact, listArtifacts, readArtifact } from '#contract/artifacts.ts';
import type { RunDetails } from '#contract/runs.ts';
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconDownload, IconTrash } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useClient } from '#studio/query/client-context.ts';
import { useOperationMutation } from '#studio/query/operation-mutation.ts';
import { ConfirmTyped } from '#studio/ui/confirm-typed.tsx';
import { CopyButton } from '#studio/ui/copy-button.tsx';
import { describeError } from '#studio/ui/error-state.tsx';
import { SkeletonRows } from '#studio/ui/skeleton-rows.tsx';
import { toast } from '#studio/ui/toast.store.ts';
import { fileName } from './artifact-viewer.model.ts';
import classes from './artifacts.module.css';
import { FileView } from './viewers/file-view.tsx';

interface ArtifactViewProps {
  readonly workspace: string;
  readonly run: RunDetails;
  readonly path: string;
  readonly onLeave: () => void;
}

/** One file: what it holds, and what can be done with it. */
export function ArtifactView({ workspace, run, path, onLeave }: ArtifactViewProps) {
  const client = useClient();
  const [deleting, setDeleting] = useState(false);
  const remove = useOperationMutation(deleteArtifact, [listArtifacts]);
  const params = { workspace, runId: run.runId };
  const name = fileName(path);
  const confirm = (): void =>
    remove.mutate(
      { params, query: { path } },
      {
        onSuccess: () => {
          toast({ message: `Deleted ${name}.` });
          onLeave();
        },
        onError: (error) => toast({ kind: 'failed', message: describeError(error) }),
      },
    );
  return (
    <>
      <header className={classes['view-head']}>
        <span className={classes['back']}>
          <ActionIcon aria-label="Back to the files" onClick={onLeave}>
            <IconArrowLeft size={16} />
          </ActionIcon>
        </span>
        <h2 className={classes['view-name']}>{path}</h2>
        <CopyButton text={path} what="path" />
        <Button
          component="a"
          variant="default"
          leftSection={<IconDownload size={16} />}
          href={client.url(readArtifact, { params, query: { path, as: 'download' } })}
          download={name}
        >
          Download
        </Button>
        <Tooltip label="Delete for good">
          <ActionIcon aria-label={`Delete ${name}`} onClick={() => setDeleting(true)}>
            <IconTrash size={16} />
          </ActionIcon>
        </Tooltip>
      </header>
      <Content workspace={workspace} run={run} path={path} onLeave={onLeave} />
      {deleting && (
        <ConfirmTyped
          title={`Delete ${name} for good`}
          typed={name}
          verb="Delete"
          onConfirm={confirm}
          onClose={() => setDeleting(false)}
        >
          <p>
            The file <code>{path}</code> of the run {run.name} goes at once. There is no trash for files.
          </p>
        </ConfirmTyped>
      )}
    </>
  );
}

function Content({ workspace, run, path }: ArtifactViewProps) {
  const client = useClient();
  const params = { workspace, runId: run.runId };
  return (
    <Suspense fallback={<SkeletonRows rows={8} what={fileName(path)} />}>
      <FileView
        place={{ ...params, path }}
        name={fileName(path)}
        address={client.url(readArtifact, { params, query: { path, as: 'view' } })}
      />
    </Suspense>
  );
}
