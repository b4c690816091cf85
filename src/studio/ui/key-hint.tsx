import { Fragment } from 'react';
import classes from './key-hint.module.css';

const mac = /Mac|iPhone|iPad/.test(navigator.userAgent);
const names: Readonly<Record<string, string>> = {
  mod: mac ? '⌘' : 'Ctrl',
  shift: mac ? '⇧' : 'Shift',
  alt: mac ? '⌥' : 'Alt',
  Enter: '↵',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** Keys as they stand on the keyboard: `mod+k`, `g h`. */
export function KeyHint({ keys }: { readonly keys: string }) {
  return (
    <span className={classes['keys']}>
      {keys.split(' ').map((word, position) => (
        // oxlint-disable-next-line react/no-array-index-key -- a sequence may repeat a key, and never changes order
        <Fragment key={position}>
          {position > 0 && <span className={classes['then']}>then</span>}
          {word.split('+').map((part) => (
            <kbd key={part}>{names[part] ?? (part.length === 1 ? part.toUpperCase() : part)}</kbd>
          ))}
        </Fragment>
      ))}
    </span>
  );
}
