import { stripAnsi } from '#domain/console/ansi.ts';
import { lastWritten } from '#domain/console/log-line.ts';
import type { LogLineAnswer } from '#contract/run-logs.ts';
import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { CopyButton } from '../ui/copy-button.tsx';
import { formatInteger } from '../ui/number.model.ts';
import classes from './log-viewer.module.css';

interface LineDetailProps {
  readonly line: number;
  readonly answer: LogLineAnswer;
  readonly onClose: () => void;
}

/** The chosen line in full width, to read and copy. */
export function LineDetail({ line, answer, onClose }: LineDetailProps) {
  const text = stripAnsi(lastWritten(answer.text));
  return (
    <section className={classes['detail']} aria-label={`Line ${formatInteger(line + 1)}`}>
      <span className={classes['told']}>{formatInteger(line + 1)}</span>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by key */}
      <pre tabIndex={0}>{text === '' ? 'An empty line' : text}</pre>
      <CopyButton text={text} what="line" />
      <ActionIcon size={24} aria-label="Close the line" onClick={onClose}>
        <IconX size={14} />
      </ActionIcon>
    </section>
  );
}
