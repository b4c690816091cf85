import type { LogOutline } from '#contract/run-logs.ts';
import { Button } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import { type ReactNode, useMemo, useRef } from 'react';
import { useKeys } from '../keyboard/use-keys.ts';
import { formatInteger } from '../ui/number.model.ts';
import { LineDetail } from './line-detail.tsx';
import { LogBar } from './log-bar.tsx';
import { LogLines } from './log-lines.tsx';
import classes from './log-viewer.module.css';
import { useLineHeight } from './use-line-height.ts';
import { type OpenedLogState, useOpenedLog } from './use-opened-log.ts';

export interface OpenedLogProps extends OpenedLogState {
  readonly name: string;
  readonly onFind: (text: string) => void;
  readonly actions?: ReactNode;
}

/** A log whose length is known. */
export function OpenedLog(props: OpenedLogProps) {
  const { outline, live, find, onFind } = props;
  const field = useRef<HTMLInputElement>(null);
  const lineHeight = useLineHeight();
  const opened = useOpenedLog(props, lineHeight);
  const { scrolling, chosen, follow, lineAt, onMatch, onError, search } = opened;
  const errors = useMemo(() => new Set(outline.errors), [outline.errors]);
  useKeys('Log', [
    { keys: 'f', label: 'Find in the log', run: () => field.current?.focus() },
    { keys: 'n', label: 'Next match', run: () => onMatch(1) },
    { keys: 'shift+n', label: 'Previous match', run: () => onMatch(-1) },
    { keys: 'e', label: 'Next error', run: () => onError(1) },
    { keys: 'shift+e', label: 'Previous error', run: () => onError(-1) },
  ]);
  const answer = chosen === undefined ? undefined : lineAt(chosen);
  return (
    <div className={classes['viewer']}>
      <LogBar
        {...{ field, find, onFind, search, chosen, onMatch, onError }}
        lines={outline.lines}
        errorCount={outline.errorCount}
        follow={live ? follow : undefined}
        actions={props.actions}
      />
      <div className={classes['frame']}>
        <LogLines
          name={props.name}
          lines={outline.lines}
          lineHeight={lineHeight}
          timed={outline.times.length > 0}
          scrolling={scrolling}
          lineAt={lineAt}
          errors={errors}
          find={find.trim().toLowerCase()}
          chosen={opened.pointed ?? chosen}
          onChoose={opened.setChosen}
          onKeyDown={(event) => {
            const page = Math.max(1, Math.floor(scrolling.viewport / lineHeight) - 1);
            const next = lineByKey(event.key, chosen ?? Math.ceil(scrolling.top), page, outline.lines);
            if (next === undefined) return;
            event.preventDefault();
            event.stopPropagation();
            opened.go(next);
          }}
        />
        {live && !scrolling.atEnd && (
          <Button
            className={classes['end'] ?? ''}
            size="compact-sm"
            variant="default"
            leftSection={<IconArrowDown size={14} />}
            onClick={() => {
              scrolling.scrollToEnd();
              follow.set(true);
            }}
          >
            To the end
          </Button>
        )}
        {chosen !== undefined && answer !== undefined && (
          <LineDetail line={chosen} answer={answer} onClose={() => opened.setChosen(undefined)} />
        )}
      </div>
      <p className={classes['told']} role={opened.error === null ? undefined : 'alert'}>
        {opened.error === null
          ? describeLog(outline)
          : `Some lines could not be read: ${opened.error.message}`}
      </p>
    </div>
  );
}

function describeLog({ lines, guessedZone, times, errors, errorCount }: LogOutline): string {
  const parts = [`${formatInteger(lines)} ${lines === 1 ? 'line' : 'lines'}`];
  if (times.length === 0 && lines > 0) parts.push('without times that could be read');
  if (guessedZone) parts.push('times without a zone, taken as near the start of the run as can be');
  if (errors.length < errorCount) parts.push(`the first ${formatInteger(errors.length)} errors marked`);
  return parts.join(', ');
}

function lineByKey(key: string, line: number, page: number, lines: number): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: page,
    PageUp: -page,
    Home: -Infinity,
    End: Infinity,
  };
  const step = steps[key];
  return step === undefined || lines === 0 ? undefined : Math.min(lines - 1, Math.max(0, line + step));
}
