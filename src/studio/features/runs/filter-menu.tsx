import { listExperiments } from '#contract/experiments.ts';
import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconBrandPython, IconCheck, IconClipboardText, IconCloud, IconDots } from '@tabler/icons-react';
import { useOperation } from '#studio/query/operation-query.ts';
import { useCopy } from '#studio/ui/use-copy.ts';
import { toAzureSearch, toSearchPython } from './search-python.model.ts';
import { useRunsView } from './use-runs-view.ts';

/** The filter for elsewhere: as Python for any MLflow server, in Azure's dialect, or as it is. */
export function FilterMenu({ workspace }: { readonly workspace: string }) {
  const [view] = useRunsView();
  const { copied, copy } = useCopy();
  const { data } = useOperation(listExperiments, { params: { workspace }, query: { limit: 1000 } });
  const names = view.experiments.flatMap(
    (id) => data?.experiments.find((each) => each.experimentId === id)?.name ?? [],
  );
  const origin = window.location.origin;
  const label = copied ? 'Copied' : 'Copy the search';
  return (
    <Menu position="bottom-end" width={280} shadow="md" returnFocus>
      <Menu.Target>
        <Tooltip label={label}>
          <ActionIcon size={28} aria-label={label}>
            {copied ? <IconCheck size={16} /> : <IconDots size={16} />}
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconBrandPython size={16} />}
          onClick={() => copy(toSearchPython(origin, workspace, view, names))}
        >
          Copy as mlflow.search_runs(…)
        </Menu.Item>
        <Menu.Item
          leftSection={<IconCloud size={16} />}
          onClick={() => copy(toAzureSearch(origin, workspace, view, names))}
        >
          Copy for Azure ML
        </Menu.Item>
        <Menu.Item
          leftSection={<IconClipboardText size={16} />}
          disabled={view.filter === ''}
          onClick={() => copy(view.filter)}
        >
          Copy the filter
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
