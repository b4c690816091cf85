import { Button } from '@mantine/core';
import { IconChartLine, IconRestore, IconTag, IconTrash, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { url } from '#studio/app/url.ts';
import type { Trash } from '#studio/trash/use-trash.ts';
import { formatInteger } from '#studio/ui/number.model.ts';
import { BulkDialog, type BulkKind } from './bulk-dialogs.tsx';
import { MoreActions } from './more-actions.tsx';
import classes from './selection-bar.module.css';
import type { ColumnChoice, RunsView } from './runs-view.model.ts';
import type { Bulk } from './use-bulk.ts';
import { mostActedOn, type Selection } from './use-selection.ts';

interface SelectionBarProps {
  readonly workspace: string;
  readonly selection: Selection;
  readonly trash: Trash;
  readonly bulk: Bulk;
  readonly view: RunsView;
  readonly choices: readonly ColumnChoice[];
  readonly matching: number;
}

/** The most runs that are compared at once. */
const mostCompared = 500;

/** What can be done with the chosen runs. Below the table, not over it: the lowest rows stay in sight. */
export function SelectionBar(props: SelectionBarProps) {
  const { workspace, selection, trash, view, matching } = props;
  const [dialog, setDialog] = useState<BulkKind>();
  const navigate = useNavigate();
  const inTrash = view.lifecycle === 'deleted';
  const { count } = selection;
  const act = (work: (ids: readonly string[]) => void): void => {
    selection.act((ids) => {
      work(ids);
      selection.clear();
    });
  };
  return (
    <div className={classes['bar']} role="toolbar" aria-label="Selected runs">
      <span className={classes['count']}>
        {formatInteger(count)} of {formatInteger(matching)} selected
        {count > mostActedOn && ` · actions take the first ${formatInteger(mostActedOn)}`}
      </span>
      {count < matching && (
        <Button variant="subtle" size="compact-sm" onClick={selection.selectAll}>
          Select all {formatInteger(matching)}
        </Button>
      )}
      <span className={classes['space']} />
      <Button
        leftSection={<IconChartLine size={16} />}
        disabled={count > mostCompared}
        title={count > mostCompared ? `At most ${mostCompared} runs are compared at once` : undefined}
        aria-keyshortcuts="c"
        onClick={() => selection.act((ids) => void navigate(url.compare(workspace, ids)))}
      >
        Compare
      </Button>
      {!inTrash && (
        <Button variant="default" leftSection={<IconTag size={16} />} onClick={() => setDialog('tag')}>
          Tag
        </Button>
      )}
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
      <MoreActions {...props} inTrash={inTrash} onDialog={setDialog} />
      <Button
        variant="subtle"
        color="gray"
        aria-label="Let go of the selection"
        onClick={selection.clear}
        px={8}
      >
        <IconX size={16} />
      </Button>
      {dialog !== undefined && (
        <BulkDialog
          workspace={workspace}
          kind={dialog}
          count={count}
          bulk={props.bulk}
          resolve={selection.resolve}
          onClose={() => setDialog(undefined)}
        />
      )}
    </div>
  );
}
