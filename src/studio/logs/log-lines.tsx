/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows that are placed one by one cannot be those of a <table> */
import type { LogLineAnswer } from '#contract/run-logs.ts';
import { memo } from 'react';
import { formatInteger } from '../ui/number.model.ts';
import { formatExact } from '../ui/time.model.ts';
import { LogText } from './log-text.tsx';
import classes from './log-viewer.module.css';
import { scrollHeight } from './log-window.model.ts';
import type { LogScrolling } from './use-log-scroll.ts';

interface LogLinesProps {
  readonly name: string;
  readonly lines: number;
  readonly lineHeight: number;
  readonly timed: boolean;
  readonly scrolling: LogScrolling;
  readonly lineAt: (line: number) => LogLineAnswer | undefined;
  readonly errors: ReadonlySet<number>;
  readonly find: string;
  readonly chosen: number | undefined;
  readonly onChoose: (line: number) => void;
  readonly onKeyDown: (event: React.KeyboardEvent) => void;
}

type Styled = React.CSSProperties & Readonly<Record<`--${string}`, string | number>>;

/** The lines in sight. They lie in a window that stays, and move under it: a hundred megabytes scroll like a page. */
export function LogLines(props: LogLinesProps) {
  const { lines, lineHeight, scrolling, lineAt, timed, chosen } = props;
  const { first, last, top, viewport, setScroller } = scrolling;
  const count = lines === 0 ? 0 : last - first + 1;
  const style: Styled = { '--digits': String(lines).length, '--log-line': `${lineHeight}px` };
  return (
    <div
      ref={setScroller}
      className={classes['scroller']}
      data-timed={timed}
      style={style}
      tabIndex={0}
      role="grid"
      aria-label={props.name}
      aria-rowcount={lines}
      onKeyDown={props.onKeyDown}
    >
      <div className={classes['space']} style={{ blockSize: scrollHeight({ lines, lineHeight }) }}>
        <div role="rowgroup" className={classes['window']} style={{ blockSize: viewport }}>
          {Array.from({ length: count }, (_none, offset) => {
            const line = first + offset;
            return (
              <LogRow
                key={line}
                line={line}
                top={(line - top) * lineHeight}
                answer={lineAt(line)}
                timed={timed}
                error={props.errors.has(line)}
                chosen={line === chosen}
                find={props.find}
                onChoose={props.onChoose}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

interface LogRowProps {
  readonly line: number;
  readonly top: number;
  readonly answer: LogLineAnswer | undefined;
  readonly timed: boolean;
  readonly error: boolean;
  readonly chosen: boolean;
  readonly find: string;
  readonly onChoose: (line: number) => void;
}

const LogRow = memo(function LogRow({
  line,
  top,
  answer,
  timed,
  error,
  chosen,
  find,
  onChoose,
}: LogRowProps) {
  const cut = answer?.cut ?? 0;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid answers the keys
    <div
      role="row"
      aria-rowindex={line + 1}
      aria-selected={chosen}
      className={classes['line']}
      data-error={error || undefined}
      data-stderr={answer?.stream === 'stderr' || undefined}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onChoose(line)}
    >
      <span role="rowheader" className={classes['number']}>
        {line + 1}
        {error && <span className="visually-hidden"> error</span>}
      </span>
      {timed && (
        <span role="gridcell" className={classes['time']}>
          {formatClock(answer?.atMs ?? undefined)}
        </span>
      )}
      <span role="gridcell" className={classes['text']}>
        {answer === undefined ? (
          <span className={classes['waiting']}>…</span>
        ) : (
          <LogText text={answer.text} find={find} />
        )}
        {cut > 0 && <span className={classes['cut']}> … {formatInteger(cut)} more characters</span>}
      </span>
    </div>
  );
});

/** The time of day in the reader's zone, to the millisecond. */
function formatClock(atMs: number | undefined): string {
  if (atMs === undefined) return '';
  return `${formatExact(atMs).slice(-8)}.${String(Math.trunc(atMs) % 1000).padStart(3, '0')}`;
}
