import { IconSearch } from '@tabler/icons-react';
import { useEffect, useId, useState } from 'react';
import { Dialog } from '../ui/dialog.tsx';
import { KeyHint } from '../ui/key-hint.tsx';
import type { PaletteEntry } from './palette.model.ts';
import classes from './palette.module.css';
import { closeOverlay } from './shell.store.ts';
import { usePaletteEntries } from './use-palette-entries.ts';

/** One field over everything: pages, workspaces, actions, and runs by name. */
export function Palette({ workspace }: { readonly workspace: string }) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const list = useId();
  const entries = usePaletteEntries(workspace, typed);
  const at = Math.min(chosen, entries.length - 1);
  useEffect(() => {
    document.getElementById(`${list}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [at, list]);

  const take = (entry: PaletteEntry | undefined): void => {
    if (entry === undefined) return;
    closeOverlay();
    entry.run();
  };
  const press = (event: React.KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setChosen((at + step + entries.length) % Math.max(1, entries.length));
    else if (event.key === 'Enter') take(entries[at]);
    else return;
    event.preventDefault();
  };

  return (
    <Dialog label="Find anything" onClose={closeOverlay} place="high">
      <div className={classes['field']}>
        <IconSearch size={18} aria-hidden="true" />
        <input
          className={classes['input']}
          role="combobox"
          aria-label="Find pages, workspaces, runs and actions"
          aria-expanded="true"
          aria-controls={list}
          aria-activedescendant={entries.length === 0 ? undefined : `${list}-${at}`}
          aria-autocomplete="list"
          placeholder="Find pages, workspaces, runs, actions"
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setChosen(0);
          }}
          onKeyDown={press}
        />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select cannot hold these lines */}
      <div className={classes['list']} id={list} role="listbox" aria-label="Found">
        {entries.map((entry, position) => (
          <PaletteLine
            key={entry.id}
            id={`${list}-${position}`}
            entry={entry}
            leads={entries[position - 1]?.group !== entry.group}
            chosen={position === at}
            onPoint={() => setChosen(position)}
            onTake={() => take(entry)}
          />
        ))}
      </div>
      {entries.length === 0 && (
        <output className={classes['none']}>
          Nothing is called that here. Runs are found by a part of their name.
        </output>
      )}
    </Dialog>
  );
}

interface PaletteLineProps {
  readonly id: string;
  readonly entry: PaletteEntry;
  /** First of its group. */
  readonly leads: boolean;
  readonly chosen: boolean;
  readonly onPoint: () => void;
  readonly onTake: () => void;
}

function PaletteLine({ id, entry, leads, chosen, onPoint, onTake }: PaletteLineProps) {
  return (
    <>
      {leads && (
        <div className={classes['group']} role="presentation">
          {entry.group}
        </div>
      )}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the field above holds the focus and the keys */}
      <div
        id={id}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as above
        role="option"
        aria-selected={chosen}
        className={classes['entry']}
        onClick={onTake}
        onPointerMove={onPoint}
      >
        <span className={classes['label']}>{entry.label}</span>
        {entry.detail !== undefined && <span className={classes['detail']}>{entry.detail}</span>}
        {entry.keys !== undefined && <KeyHint keys={entry.keys} />}
      </div>
    </>
  );
}
