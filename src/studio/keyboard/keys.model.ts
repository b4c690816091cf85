/**
 * Keys are written as people say them: `j`, `?`, `Escape`, `mod+k` (Ctrl, or Cmd on a Mac), `shift+j`, and
 * sequences with a space, `g h`.
 */
export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** One press as a word of that language. Shift counts only for keys it does not change, such as arrows and Enter. */
export function toKeyWord(pressed: Pressed): string {
  const single = pressed.key.length === 1;
  const letter = single && pressed.key.toLowerCase() !== pressed.key.toUpperCase();
  const parts = [
    pressed.ctrlKey || pressed.metaKey ? 'mod' : '',
    pressed.altKey ? 'alt' : '',
    pressed.shiftKey && (!single || letter) ? 'shift' : '',
    single ? pressed.key.toLowerCase() : pressed.key,
  ];
  return parts.filter((part) => part !== '').join('+');
}

export interface KeyMatch<T> {
  /** The first of the bindings whose keys are complete. */
  readonly found: T | undefined;
  /** What has been typed of a longer sequence; hand it in with the next press. */
  readonly pending: string;
}

/** Finds what a press means after `pending`; a press that continues nothing starts anew. */
export function matchKeys<T extends { readonly keys: string }>(
  bindings: readonly T[],
  pending: string,
  word: string,
): KeyMatch<T> {
  const typed = pending === '' ? word : `${pending} ${word}`;
  const found = bindings.find((binding) => binding.keys === typed);
  if (found !== undefined) return { found, pending: '' };
  if (bindings.some((binding) => binding.keys.startsWith(`${typed} `))) {
    return { found: undefined, pending: typed };
  }
  return pending === '' ? { found: undefined, pending: '' } : matchKeys(bindings, '', word);
}

/** Keys that press what has the focus. */
const pressable: readonly string[] = ['Enter', ' '];

const typedIn = 'input:not([type=checkbox]):not([type=radio]), textarea, select';

/** What edits the text of a field: all of it chosen, copied, cut, put in, taken back. */
const editing: readonly string[] = ['mod+a', 'mod+c', 'mod+x', 'mod+v', 'mod+z', 'mod+shift+z', 'mod+y'];

/** Whether a press belongs to a field that is being typed in, and so to nobody else. */
export function belongsToField(target: EventTarget | null, word: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const isField = target.isContentEditable || target.matches(typedIn);
  if (editing.includes(word)) return isField;
  if (word.startsWith('mod+') || word === 'Escape') return false;
  if (pressable.includes(word) && target.closest('a, button, summary') !== null) return true;
  return isField;
}
