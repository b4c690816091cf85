import { Button, Menu } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { ChartRun } from '#studio/charts/chart-run.ts';
import { useCopy } from '#studio/ui/use-copy.ts';
import type { CompareSection } from './compare-row.model.ts';
import { toCsv, toMarkdown } from './copy-table.model.ts';

interface CopyMenuProps {
  /** All rows that match, also those not drawn yet. */
  readonly sections: readonly CompareSection[];
  readonly runs: readonly ChartRun[];
}

/** The table for elsewhere, with exact values. */
export function CopyMenu({ sections, runs }: CopyMenuProps) {
  const { copied, copy } = useCopy();
  const names = runs.map((run) => run.name);
  return (
    <Menu position="bottom-end" width={240} shadow="md">
      <Menu.Target>
        <Button
          variant="default"
          leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
          disabled={sections.length === 0}
        >
          {copied ? 'Copied' : 'Copy'}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => copy(toMarkdown(sections, names))}>Table as Markdown</Menu.Item>
        <Menu.Item onClick={() => copy(toCsv(sections, names))}>Table as CSV</Menu.Item>
        <Menu.Label>A cell: Enter on it. Its row: Shift Enter.</Menu.Label>
      </Menu.Dropdown>
    </Menu>
  );
}
