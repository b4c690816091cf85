import type { RunDetails } from '#contract/runs.ts';
import { ActionIcon, Button } from '@mantine/core';
import {
  IconChartLine,
  IconDots,
  IconFlag,
  IconLink,
  IconRestore,
  IconTrash,
  IconBrandPython,
} from '@tabler/icons-react';
import { Link } from 'react-router';
import { url } from '#studio/app/url.ts';
import { useBaseline } from '#studio/baseline/use-baselines.ts';
import { useSetBaseline } from '#studio/baseline/use-set-baseline.ts';
import { PopList } from '#studio/ui/pop-list.tsx';
import { toast } from '#studio/ui/toast.store.ts';
import { useCopy } from '#studio/ui/use-copy.ts';
import type { Trash } from '#studio/trash/use-trash.ts';

export interface RunActionsProps {
  readonly workspace: string;
  readonly run: RunDetails;
  readonly trash: Trash;
}

/** What can be done with a run. */
export function RunActions({ workspace, run, trash }: RunActionsProps) {
  const { copy } = useCopy();
  const setBaseline = useSetBaseline(workspace);
  const isBaseline = useBaseline(workspace, run.experimentId)?.runId === run.runId;
  const copyAs = (text: string, what: string) => (): void => {
    copy(text);
    toast({ message: `Copied ${what}.` });
  };
  const siblings =
    run.parentRunId === null
      ? [run.runId, ...run.children.map(({ runId }) => runId)]
      : [run.parentRunId, run.runId];
  const inTrash = run.lifecycle === 'deleted';
  return (
    <>
      <PopList
        label="More actions"
        position="bottom-end"
        target={
          <ActionIcon variant="default" aria-label="More actions">
            <IconDots size={16} />
          </ActionIcon>
        }
        groups={[
          {
            items: [
              {
                label: isBaseline ? 'No baseline any more' : 'Set as baseline',
                icon: <IconFlag size={16} />,
                run: () => setBaseline(run.experimentId, isBaseline ? null : run),
              },
            ],
          },
          {
            items: [
              {
                label: 'Copy artifact URI',
                icon: <IconLink size={16} />,
                run: copyAs(run.artifactUri, 'the artifact URI'),
              },
              {
                label: 'Copy as Python',
                icon: <IconBrandPython size={16} />,
                run: copyAs(`mlflow.get_run("${run.runId}")`, 'a line of Python'),
              },
            ],
          },
          {
            items: [
              inTrash
                ? {
                    label: 'Restore',
                    icon: <IconRestore size={16} />,
                    run: () => trash.restore([run.runId]),
                  }
                : {
                    label: 'Delete',
                    icon: <IconTrash size={16} />,
                    run: () => trash.discard([run.runId]),
                  },
            ],
          },
        ]}
      />
      <Button
        component={Link}
        to={url.compare(workspace, siblings)}
        variant="default"
        leftSection={<IconChartLine size={16} />}
      >
        Compare
      </Button>
    </>
  );
}
