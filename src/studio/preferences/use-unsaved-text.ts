import { useState } from 'react';
import { readStored, removeStored, writeStored } from './stored-text.ts';

/** A text that somebody writes and has not saved: it outlives the page, in this browser. `undefined`: there is none. */
export function useUnsavedText(
  key: string,
): readonly [text: string | undefined, setText: (text: string | undefined) => void] {
  const stored = `atelier.unsaved.${key}`;
  const [text, setText] = useState(() => readStored(stored) ?? undefined);
  return [
    text,
    (next) => {
      setText(next);
      if (next === undefined) removeStored(stored);
      else writeStored(stored, next);
    },
  ];
}
