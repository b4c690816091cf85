import { Button } from '@mantine/core';
import { IconChartLine, IconCopy, IconRestore, IconTrash, IconX } from '@tabler/icons-react';
import { Link } from 'react-router';
import { url } from '#studio/app/url.ts';
import { formatInteger } from '#studio/ui/number.model.ts';
import { toast } from '#studio/ui/toast.store.ts';
import { useCopy } from '#studio/ui/use-copy.ts';
import classes from './selection-bar.module.css';
import type { RunsView } from './runs-view.model.ts';
import type { Selection } from './use-selection.ts';
import type { Trash } from '#studio/trash/use-trash.ts';
import { toSearchPython } from './search-python.model.ts';

interface SelectionBarProps {
  readonly workspace: string;
  readonly selection: Selection;
  readonly trash: Trash;
  readonly view: RunsView;
}

/** What can be done with the chosen runs. */
export function SelectionBar({ workspace, selection, trash, view }: SelectionBarProps) {
  const { runIds, clear } = selection;
  const { copy } = useCopy();
  const inTrash = view.lifecycle === 'deleted';
  const count = formatInteger(runIds.length);
  const act = (work: (ids: readonly string[]) => void): void => {
    work(runIds);
    clear();
  };
  const copyAs = (text: string, what: string): void => {
    copy(text);
    toast({ message: `Copied ${what}.` });
  };
  return (
    <div className={classes['bar']} role="toolbar" aria-label="Selected runs">
      <span className={classes['count']}>{count} selected</span>
      <Button
        component={Link}
        to={url.compare(workspace, runIds)}
        leftSection={<IconChartLine size={16} />}
        aria-keyshortcuts="c"
      >
        Compare
      </Button>
      {view.lifecycle !== 'active' && (
        <Button variant="default" leftSection={<IconRestore size={16} />} onClick={() => act(trash.restore)}>
          Restore
        </Button>
      )}
      {!inTrash && (
        <Button variant="default" leftSection={<IconTrash size={16} />} onClick={() => act(trash.discard)}>
          Delete
        </Button>
      )}
      <Button
        variant="default"
        leftSection={<IconCopy size={16} />}
        onClick={() => copyAs(runIds.join('\n'), runIds.length === 1 ? 'the run id' : `${count} run ids`)}
      >
        Copy ids
      </Button>
      <Button
        variant="default"
        className={classes['wide-only'] ?? ''}
        onClick={() =>
          copyAs(toSearchPython(window.location.origin, workspace, view, []), 'the search as Python')
        }
      >
        Copy as mlflow.search_runs
      </Button>
      <Button variant="subtle" color="gray" aria-label="Let go of the selection" onClick={clear} px={8}>
        <IconX size={16} />
      </Button>
    </div>
  );
}
