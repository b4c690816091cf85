import { Button, Menu } from '@mantine/core';
import { IconDotsVertical } from '@tabler/icons-react';
import { useSetBaseline } from '#studio/baseline/use-set-baseline.ts';
import { useClient } from '#studio/query/client-context.ts';
import { describeError } from '#studio/ui/error-state.tsx';
import { toast } from '#studio/ui/toast.store.ts';
import { useCopy } from '#studio/ui/use-copy.ts';
import type { BulkKind } from './bulk-dialogs.tsx';
import { fetchRows, type TableRow } from './fetch-rows.ts';
import type { ColumnChoice, RunsView } from './runs-view.model.ts';
import { toOrderBy } from './runs-view.model.ts';
import { toSearchPython } from './search-python.model.ts';
import { toCsv, toMarkdown } from './table-text.model.ts';
import { countOf } from './use-bulk.ts';
import type { Selection } from './use-selection.ts';

interface MoreActionsProps {
  readonly workspace: string;
  readonly selection: Selection;
  readonly view: RunsView;
  readonly choices: readonly ColumnChoice[];
  readonly inTrash: boolean;
  readonly onDialog: (kind: BulkKind) => void;
}

/** As many ids as a filter has room for. */
const mostCopied = 500;

/** What is done with chosen runs less often. */
export function MoreActions(props: MoreActionsProps) {
  const { workspace, selection, inTrash, onDialog } = props;
  const setBaseline = useSetBaseline(workspace);
  const rows = useChosenRows(props);
  const become = async (): Promise<string> => {
    const [run] = await rows();
    if (run === undefined) return 'The run is gone.';
    setBaseline(run.experimentId, run);
    return `${run.name} becomes the baseline of ${run.experimentName}.`;
  };
  return (
    <Menu position="top-end" width={240} trapFocus returnFocus>
      <Menu.Target>
        <Button variant="default" leftSection={<IconDotsVertical size={16} />}>
          More
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {!inTrash && (
          <>
            <Menu.Item onClick={() => onDialog('note')}>Write a note</Menu.Item>
            <Menu.Item onClick={() => onDialog('rename')}>Rename</Menu.Item>
            <Menu.Item onClick={() => onDialog('move')}>Move to an experiment</Menu.Item>
            <Menu.Item disabled={selection.count !== 1} onClick={() => say(become)}>
              Set as baseline
            </Menu.Item>
            <Menu.Divider />
          </>
        )}
        <CopyItems {...props} rows={rows} />
        {inTrash && (
          <>
            <Menu.Divider />
            <Menu.Item color="red" onClick={() => onDialog('purge')}>
              Remove for good
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function CopyItems({
  workspace,
  selection,
  view,
  choices,
  rows,
}: MoreActionsProps & { readonly rows: () => Promise<readonly TableRow[]> }) {
  const { copy } = useCopy();
  const copyTable = async (what: string, write: typeof toCsv): Promise<string> => {
    const found = await rows();
    const columns = choices.map(({ column }) => column);
    copy(write(found, columns, Date.now()));
    const of = selection.count > found.length ? `${found.length} of ` : '';
    return `Copied ${of}${countOf(selection.count)} as ${what}.`;
  };
  const copyIds = async (): Promise<string> => {
    const ids = await selection.resolve();
    copy(ids.join('\n'));
    return ids.length === 1 ? 'Copied the run id.' : `Copied ${ids.length} run ids.`;
  };
  const copyPython = (): void => {
    copy(toSearchPython(window.location.origin, workspace, view, []));
    toast({ message: 'Copied the search as Python.' });
  };
  return (
    <>
      <Menu.Item onClick={() => say(async () => copyTable('Markdown', toMarkdown))}>
        Copy as Markdown
      </Menu.Item>
      <Menu.Item onClick={() => say(async () => copyTable('CSV', toCsv))}>Copy as CSV</Menu.Item>
      <Menu.Item onClick={() => say(copyIds)}>Copy ids</Menu.Item>
      <Menu.Item onClick={copyPython}>Copy as mlflow.search_runs</Menu.Item>
    </>
  );
}

/** The chosen runs with what the columns show of them, in the order of the table. */
function useChosenRows({ workspace, selection, view, choices }: MoreActionsProps) {
  const client = useClient();
  return async (): Promise<readonly TableRow[]> => {
    const ids = (await selection.resolve()).slice(0, mostCopied);
    const found = await fetchRows(
      client,
      {
        workspace,
        filter: `run_id IN (${ids.map((id) => `'${id}'`).join(', ')})`,
        view: 'all',
        orderBy: toOrderBy(view.sort),
        columns: choices.map(({ column }) => column),
        limit: mostCopied,
      },
      new AbortController().signal,
    );
    return found;
  };
}

function say(work: () => Promise<string>): void {
  work().then(
    (message) => toast({ message }),
    (error: unknown) => toast({ kind: 'failed', message: describeError(error) }),
  );
}
