import type { ReportWithText } from '#contract/reports.ts';
import { Button, SegmentedControl, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconChartLine, IconTable } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useUnsavedText } from '#studio/preferences/use-unsaved-text.ts';
import { InsertBlockDialog } from './insert-block-dialog.tsx';
import { ReportBody } from './report-body.tsx';
import { insertBlock, type ReportPart, writeReportBlock } from './report-text.model.ts';
import classes from './reports.module.css';
import type { ReportActions } from './use-report-actions.ts';

interface ReportEditorProps {
  readonly workspace: string;
  readonly report: ReportWithText;
  readonly actions: ReportActions;
  readonly onDone: () => void;
}

/** The preview follows when nobody has typed for this long, in milliseconds. */
const settleMs = 250;

const panes = [
  { value: 'write', label: 'Write' },
  { value: 'read', label: 'Preview' },
];

/** Markdown beside what it becomes. What is not saved yet outlives the page. */
export function ReportEditor({ workspace, report, actions, onDone }: ReportEditorProps) {
  const place = `report ${workspace} ${report.reportId}`;
  const [unsaved, keepUnsaved] = useUnsavedText(place);
  // A draft knows which version it was begun on, however late it is saved.
  const [begunOn, setBegunOn] = useUnsavedText(`${place} begun on`);
  const [opened] = useState(report.version);
  const base = begunOn === undefined ? opened : Number(begunOn);
  const setUnsaved = (next: string | undefined): void => {
    keepUnsaved(next);
    setBegunOn(next === undefined ? undefined : String(base));
  };
  const text = unsaved ?? report.text;
  const [shown] = useDebouncedValue(text, settleMs);
  const [pane, setPane] = useState('write');
  const [inserting, setInserting] = useState<'chart' | 'runs'>();
  const [saving, setSaving] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const save = async (): Promise<void> => {
    setSaving(true);
    // Somebody was faster, and was told of: who saves again has seen it.
    const onConflict = (): void => setBegunOn(String(report.version));
    const done = await actions.save({ ...report, version: base }, text, onConflict);
    setSaving(false);
    if (done === undefined) return;
    setUnsaved(undefined);
    onDone();
  };
  const replace = ({ from, to }: ReportPart, block: Readonly<Record<string, unknown>>): void =>
    setUnsaved(`${text.slice(0, from)}${writeReportBlock(block)}${text.slice(to)}`);
  return (
    <div className={classes['editor']}>
      <div className={classes['narrow']}>
        <SegmentedControl aria-label="Pane" data={panes} value={pane} onChange={setPane} fullWidth />
      </div>
      <div className={`${classes['write']} ${pane === 'write' ? '' : classes['wide']}`}>
        <InsertTools onInsert={setInserting} />
        <Textarea
          ref={field}
          aria-label="Text of the report"
          autosize
          minRows={16}
          maxRows={40}
          value={text}
          data-autofocus
          onChange={(event) => setUnsaved(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
          }}
        />
        <SaveTools
          saving={saving}
          changed={text !== report.text}
          onSave={() => void save()}
          onClose={() => {
            setUnsaved(undefined);
            onDone();
          }}
        />
      </div>
      <section
        className={`${classes['preview']} ${pane === 'read' ? '' : classes['wide']}`}
        aria-label="Preview"
      >
        <ReportBody workspace={workspace} text={shown} onBlock={shown === text ? replace : undefined} />
      </section>
      {inserting !== undefined && (
        <InsertBlockDialog
          workspace={workspace}
          kind={inserting}
          onClose={() => setInserting(undefined)}
          onInsert={(block) => {
            const at = field.current?.selectionEnd ?? text.length;
            setUnsaved(insertBlock(text, at, writeReportBlock(block)).text);
            setInserting(undefined);
          }}
        />
      )}
    </div>
  );
}

function InsertTools({ onInsert }: { readonly onInsert: (kind: 'chart' | 'runs') => void }) {
  return (
    <div className={classes['tools']}>
      <Button variant="default" leftSection={<IconChartLine size={16} />} onClick={() => onInsert('chart')}>
        Insert chart
      </Button>
      <Button variant="default" leftSection={<IconTable size={16} />} onClick={() => onInsert('runs')}>
        Insert runs
      </Button>
    </div>
  );
}

interface SaveToolsProps {
  readonly saving: boolean;
  readonly changed: boolean;
  readonly onSave: () => void;
  readonly onClose: () => void;
}

function SaveTools({ saving, changed, onSave, onClose }: SaveToolsProps) {
  return (
    <div className={classes['tools']}>
      <Button onClick={onSave} loading={saving}>
        Save
      </Button>
      <Button variant="default" onClick={onClose}>
        {changed ? 'Discard changes' : 'Close'}
      </Button>
      <span className={classes['hint']}>
        Markdown. Ctrl+Enter saves. What is not saved is kept in this browser.
      </span>
    </div>
  );
}
