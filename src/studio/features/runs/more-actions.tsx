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

/** The most that the server answers at once. */
const mostCopied = 1000;

/** What is done with chosen runs less often. */
export function MoreActions({ workspace, selection, view, choices, inTrash, onDialog }: MoreActionsProps) {
  const client = useClient();
  const { copy } = useCopy();
  const setBaseline = useSetBaseline(workspace);
  const columns = choices.map(({ column }) => column);

  async function rows(): Promise<readonly TableRow[]> {
    const ids = (await selection.resolve()).slice(0, mostCopied);
    const filter = `run_id IN (${ids.map((id) => `'${id}'`).join(', ')})`;
    const asked = {
      workspace,
      filter,
      view: 'all',
      orderBy: toOrderBy(view.sort),
      columns,
      limit: mostCopied,
    } as const;
    return fetchRows(client, asked, new AbortController().signal);
  }
  const say = (work: () => Promise<string>): void => {
    work().then(
      (message) => toast({ message }),
      (error: unknown) => toast({ kind: 'failed', message: describeError(error) }),
    );
  };
  const copyTable = (what: string, write: typeof toCsv): void =>
    say(async () => {
      const found = await rows();
      copy(write(found, columns, Date.now()));
      const cut = selection.count > found.length ? ` of ${countOf(selection.count)}` : '';
      return `Copied ${found.length}${cut === '' ? ` ${found.length === 1 ? 'run' : 'runs'}` : cut} as ${what}.`;
    });

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
            <Menu.Item
              disabled={selection.count !== 1}
              onClick={() =>
                say(async () => {
                  const [run] = await rows();
                  if (run === undefined) return 'The run is gone.';
                  setBaseline(run.experimentId, run);
                  return `${run.name} becomes the baseline of ${run.experimentName}.`;
                })
              }
            >
              Set as baseline
            </Menu.Item>
            <Menu.Divider />
          </>
        )}
        <Menu.Item onClick={() => copyTable('Markdown', toMarkdown)}>Copy as Markdown</Menu.Item>
        <Menu.Item onClick={() => copyTable('CSV', toCsv)}>Copy as CSV</Menu.Item>
        <Menu.Item
          onClick={() =>
            say(async () => {
              const ids = await selection.resolve();
              copy(ids.join('\n'));
              return ids.length === 1 ? 'Copied the run id.' : `Copied ${ids.length} run ids.`;
            })
          }
        >
          Copy ids
        </Menu.Item>
        <Menu.Item
          onClick={() =>
            say(async () => {
              copy(toSearchPython(window.location.origin, workspace, view, []));
              return Promise.resolve('Copied the search as Python.');
            })
          }
        >
          Copy as mlflow.search_runs
        </Menu.Item>
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
