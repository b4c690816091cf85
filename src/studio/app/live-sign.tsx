import type { LiveState } from '../live/live-connection.ts';
import { useLive } from '../live/live.store.ts';
import classes from './live-sign.module.css';

const words: Readonly<Record<LiveState, { word: string; explained: string }>> = {
  connecting: { word: 'Connecting', explained: 'Opening the stream of what happens in this workspace.' },
  live: { word: 'Live', explained: 'What happens in this workspace shows at once.' },
  reconnecting: { word: 'Reconnecting', explained: 'The stream was lost and is being opened again.' },
  offline: { word: 'Offline', explained: 'The server cannot be reached. Trying again every few seconds.' },
  paused: { word: 'Paused', explained: 'Catches up when this tab is looked at.' },
};

/** How fresh the screen is, as a shape and a word. */
export function LiveSign() {
  const state = useLive((live) => live.state);
  if (state === undefined) return null;
  const { word, explained } = words[state];
  return (
    <output className={classes['sign']} data-state={state} title={explained}>
      <span className={classes['dot']} aria-hidden="true" />
      <span className={classes['word']}>{word}</span>
    </output>
  );
}
