import { Switch, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { formatInteger } from '#studio/ui/number.model.ts';
import { ShowMore } from '#studio/ui/show-more.tsx';
import type { CompareView } from '../compare-view.model.ts';
import type { ChangeCompareView } from '../use-compare-view.ts';
import { chooseFiles, describeFile, type FileState } from './file-state.model.ts';
import classes from './files.module.css';

interface FileListProps {
  readonly files: readonly FileState[];
  /** How many runs are compared. */
  readonly runs: number;
  /** The one looked at. */
  readonly current: string | undefined;
  readonly view: CompareView;
  readonly onChange: ChangeCompareView;
}

const portion = 100;

/** Files by path, each with whether it is the same everywhere. Arrow keys move in it. */
export function FileList({ files, runs, current, view, onChange }: FileListProps) {
  const { all, absent, search } = view;
  const [shown, setShown] = useState(portion);
  const chosen = useMemo(() => chooseFiles(files, { all, absent, search }), [files, all, absent, search]);
  return (
    <section className={classes['files']} aria-label="Files">
      <TextInput
        size="xs"
        aria-label="Search files"
        placeholder="Search files"
        leftSection={<IconSearch size={14} />}
        value={search}
        onChange={(event) => {
          const text = event.currentTarget.value;
          onChange((now) => ({ ...now, search: text }), 'refine');
        }}
      />
      <div className={classes['switches']}>
        <Switch
          label="Only what differs"
          checked={!all}
          onChange={() => onChange((now) => ({ ...now, all: !now.all }))}
        />
        <Switch
          label="Count not logged"
          checked={absent}
          disabled={all}
          onChange={() => onChange((now) => ({ ...now, absent: !now.absent }))}
        />
      </div>
      <p className={classes['quiet']}>
        {formatInteger(chosen.length)} of {formatInteger(files.length)} files
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys move between the buttons, which hold the focus */}
      <ul className={classes['paths']} onKeyDown={moveByArrows}>
        {chosen.slice(0, shown).map((file) => (
          <li key={file.path}>
            <button
              type="button"
              className={classes['path']}
              aria-current={file.path === current}
              title={file.path}
              onClick={() => onChange((now) => ({ ...now, file: file.path }))}
            >
              <span className={classes['path-name']}>{file.path}</span>
              <span className={classes['state']} data-differs={file.differs}>
                {describeFile(file, runs)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <ShowMore
        shown={Math.min(shown, chosen.length)}
        total={chosen.length}
        what="files"
        step={portion}
        onMore={() => setShown(shown + portion)}
      />
    </section>
  );
}

function moveByArrows(event: React.KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  buttons[Math.min(buttons.length - 1, Math.max(0, at + step))]?.focus();
}
