import { type ArtifactEntry, listArtifacts } from '#contract/artifacts.ts';
import { IconChevronDown, IconChevronRight, IconFile } from '@tabler/icons-react';
import { useState } from 'react';
import { useOperation } from '#studio/query/operation-query.ts';
import { describeError } from '#studio/ui/error-state.tsx';
import { formatBytes } from '#studio/ui/number.model.ts';
import { foldersAbove } from './artifact-viewer.model.ts';
import classes from './artifacts.module.css';

interface ArtifactFolderProps {
  readonly workspace: string;
  readonly runId: string;
  /** Empty for all of them. */
  readonly path: string;
  /** The path of the file looked at. */
  readonly chosen: string | undefined;
  readonly onChoose: (path: string) => void;
}

/** What lies in one folder; folders in it open in place. */
export function ArtifactFolder(props: ArtifactFolderProps) {
  const { workspace, runId, path } = props;
  const { data, error } = useOperation(listArtifacts, {
    params: { workspace, runId },
    query: path === '' ? {} : { path },
  });
  if (data === undefined) {
    return <p className={classes['quiet']}>{error === null ? 'Loading …' : describeError(error)}</p>;
  }
  return (
    <ul className={classes['entries']}>
      {data.entries.map((entry) =>
        entry.isDirectory ? (
          <Folder key={entry.path} {...props} entry={entry} />
        ) : (
          <li key={entry.path}>
            <button
              type="button"
              className={classes['entry']}
              aria-current={entry.path === props.chosen ? 'true' : undefined}
              title={entry.name}
              onClick={() => props.onChoose(entry.path)}
            >
              <IconFile size={14} aria-hidden="true" />
              <span className={classes['entry-name']}>{entry.name}</span>
              <span className={classes['size']}>{formatBytes(entry.size)}</span>
            </button>
          </li>
        ),
      )}
    </ul>
  );
}

function Folder({ entry, ...props }: ArtifactFolderProps & { readonly entry: ArtifactEntry }) {
  const leads = props.chosen !== undefined && foldersAbove(props.chosen).includes(entry.path);
  const [toggled, setToggled] = useState<boolean>();
  const open = toggled ?? leads;
  return (
    <li>
      <button
        type="button"
        className={classes['entry']}
        aria-expanded={open}
        title={entry.name}
        onClick={() => setToggled(!open)}
      >
        {open ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}
        <span className={classes['entry-name']}>{entry.name}</span>
      </button>
      {open && <ArtifactFolder {...props} path={entry.path} />}
    </li>
  );
}
