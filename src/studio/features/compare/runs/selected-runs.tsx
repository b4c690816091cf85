import { ActionIcon, Button, Popover, TextInput, Tooltip } from '@mantine/core';
import {
  IconEyeOff,
  IconExternalLink,
  IconFilterCheck,
  IconFlag,
  IconTag,
  IconX,
  type TablerIcon,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { url } from '#studio/app/url.ts';
import { formatInteger } from '#studio/ui/number.model.ts';
import { hideRuns, keepOnly } from '../compare-selection.model.ts';
import classes from './run-list.module.css';
import type { RunListProps } from './run-list-props.ts';
import { useTagRuns } from './use-tag-runs.ts';

interface SelectedRunsProps extends RunListProps {
  readonly ids: readonly string[];
}

/** What to do with the runs chosen in the list or in a chart. */
export function SelectedRuns({ workspace, runs, selection, onChange, ids }: SelectedRunsProps) {
  const navigate = useNavigate();
  const chosen = ids.filter((id) => selection.selected.has(id));
  const [only] = chosen.length === 1 ? chosen : [];
  return (
    <div className={classes['selected']} role="toolbar" aria-label="Selected runs">
      <span className={classes['selected-count']}>{formatInteger(chosen.length)} selected</span>
      <Action
        icon={IconFilterCheck}
        label="Keep only these"
        onClick={() => {
          onChange((now) => keepOnly(now, chosen));
          selection.clear();
        }}
      />
      <Action icon={IconEyeOff} label="Hide" onClick={() => onChange((now) => hideRuns(now, chosen))} />
      <TagAction workspace={workspace} runs={runs.filter((run) => selection.selected.has(run.runId))} />
      <Action
        icon={IconFlag}
        label="Make it the baseline"
        disabled={only === undefined}
        onClick={() => onChange((now) => ({ ...now, baseline: only }))}
      />
      <Action
        icon={IconExternalLink}
        label="Open"
        disabled={only === undefined}
        onClick={() => void navigate(url.run(workspace, only ?? ''))}
      />
      <Action icon={IconX} label="Select none" onClick={selection.clear} />
    </div>
  );
}

interface ActionProps {
  readonly icon: TablerIcon;
  readonly label: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

function Action({ icon: Icon, label, disabled = false, onClick }: ActionProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon size={28} aria-label={label} disabled={disabled} onClick={onClick}>
        <Icon size={16} />
      </ActionIcon>
    </Tooltip>
  );
}

function TagAction({ workspace, runs }: Pick<RunListProps, 'workspace' | 'runs'>) {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const tag = useTagRuns(workspace);
  const [key = '', ...value] = text.split('=');
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" width={260} trapFocus returnFocus>
      <Popover.Target>
        <Tooltip label="Tag">
          <ActionIcon size={28} aria-label="Tag" onClick={() => setOpen(!open)}>
            <IconTag size={16} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          className={classes['tag-form']}
          onSubmit={(event) => {
            event.preventDefault();
            setOpen(false);
            tag(runs, key.trim(), value.join('=').trim());
          }}
        >
          <TextInput
            label="Tag"
            placeholder="key=value"
            maxLength={1000}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit" disabled={key.trim() === ''}>
            Tag {runs.length === 1 ? 'the run' : `${formatInteger(runs.length)} runs`}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
