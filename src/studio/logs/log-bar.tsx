import { ActionIcon, Switch, TextInput, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconSearch } from '@tabler/icons-react';
import type { ReactNode, RefObject } from 'react';
import { formatInteger } from '../ui/number.model.ts';
import classes from './log-viewer.module.css';
import type { LogSearch } from './use-log-search.ts';

interface LogBarProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly find: string;
  readonly onFind: (text: string) => void;
  readonly search: LogSearch;
  readonly lines: number;
  readonly chosen: number | undefined;
  readonly onMatch: (step: 1 | -1) => void;
  readonly errorCount: number;
  readonly onError: (step: 1 | -1) => void;
  /** Absent where the log grows no more. */
  readonly follow?: { readonly following: boolean; readonly set: (following: boolean) => void } | undefined;
  readonly actions?: ReactNode;
}

/** Above a log: what to look for, the errors in it, and whether to stay at its end. */
export function LogBar(props: LogBarProps) {
  const { field, find, onFind, search, errorCount, onMatch, onError, follow } = props;
  return (
    <div className={classes['bar']}>
      <TextInput
        ref={field}
        className={classes['find'] ?? ''}
        size="xs"
        leftSection={<IconSearch size={14} />}
        aria-label="Find in the log"
        placeholder="Find in the log"
        value={find}
        onChange={(event) => onFind(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onMatch(event.shiftKey ? -1 : 1);
          if (event.key === 'Escape' && find !== '') {
            event.stopPropagation();
            onFind('');
          }
        }}
      />
      {find.trim() !== '' && (
        <span className={classes['group']}>
          <output className={classes['told']}>{describeSearch(props)}</output>
          <Steps what="match" onStep={onMatch} disabled={search.matches.length === 0} />
        </span>
      )}
      {errorCount > 0 && (
        <span className={classes['group']}>
          <span className={classes['told']}>
            {formatInteger(errorCount)} {errorCount === 1 ? 'line tells' : 'lines tell'} of an error
          </span>
          <Steps what="error" onStep={onError} disabled={false} />
        </span>
      )}
      <span className={`${classes['group']} ${classes['push']}`}>
        {follow !== undefined && (
          <Switch
            size="xs"
            label="Follow"
            checked={follow.following}
            onChange={(event) => follow.set(event.currentTarget.checked)}
          />
        )}
        {props.actions}
      </span>
    </div>
  );
}

interface StepsProps {
  readonly what: string;
  readonly disabled: boolean;
  readonly onStep: (step: 1 | -1) => void;
}

function Steps({ what, disabled, onStep }: StepsProps) {
  return (
    <>
      <Tooltip label={`Previous ${what}`}>
        <ActionIcon size={28} aria-label={`Previous ${what}`} disabled={disabled} onClick={() => onStep(-1)}>
          <IconChevronUp size={16} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={`Next ${what}`}>
        <ActionIcon size={28} aria-label={`Next ${what}`} disabled={disabled} onClick={() => onStep(1)}>
          <IconChevronDown size={16} />
        </ActionIcon>
      </Tooltip>
    </>
  );
}

function describeSearch({ search, lines, chosen }: LogBarProps): string {
  const { matches, searched, busy, more } = search;
  if (search.error !== null) return search.error.message;
  const place = chosen === undefined ? -1 : matches.indexOf(chosen);
  const count = `${formatInteger(matches.length)}${more ? '+' : ''} ${matches.length === 1 && !more ? 'match' : 'matches'}`;
  const found = place < 0 ? count : `${formatInteger(place + 1)} of ${count}`;
  if (!busy) return matches.length === 0 ? 'No match' : found;
  return `${found}, ${lines === 0 ? 0 : Math.floor((searched / lines) * 100)} % searched`;
}
