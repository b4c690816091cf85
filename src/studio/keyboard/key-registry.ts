import { belongsToField, matchKeys, toKeyWord } from './keys.model.ts';

export interface KeyCommand {
  /** See `keys.model.ts`: `j`, `mod+k`, `g h`. */
  readonly keys: string;
  /** What it does, for the sheet: sentence case, starts with a verb. */
  readonly label: string;
  readonly run: () => void;
}

/** Who is asked first: an open panel, then the screen, then the shell. */
export type KeyLevel = 'panel' | 'screen' | 'everywhere';

export interface KeyScope {
  readonly title: string;
  readonly level: KeyLevel;
  readonly commands: readonly KeyCommand[];
}

const order: readonly KeyLevel[] = ['panel', 'screen', 'everywhere'];

/** Which keys do what just now. Screens register through `useKeys`; the shell listens once, on the window. */
export function createKeyRegistry() {
  const scopes = new Map<string, KeyScope>();
  let pending = '';

  const byLevel = (): readonly KeyScope[] =>
    order.flatMap((level) => [...scopes.values()].filter((scope) => scope.level === level));

  return {
    set(id: string, scope: KeyScope): void {
      scopes.set(id, scope);
    },
    remove(id: string): void {
      scopes.delete(id);
    },
    /** For the sheet of keys: the most particular first. */
    list: byLevel,
    press(event: KeyboardEvent): void {
      const word = toKeyWord(event);
      if (event.defaultPrevented || belongsToField(event.target, word) || insideDialog(event, word)) return;
      if (['Shift', 'Control', 'Meta', 'Alt'].includes(event.key)) return;
      const match = matchKeys(
        byLevel().flatMap((scope) => scope.commands),
        pending,
        word,
      );
      pending = match.pending;
      if (match.found === undefined) return;
      event.preventDefault();
      match.found.run();
    },
  };
}

/** While something blocks the page (a modal, a menu), keys are its own, save the one that finds anything. */
function insideDialog(event: KeyboardEvent, word: string): boolean {
  if (!(event.target instanceof HTMLElement) || word === 'mod+k') return false;
  return event.target.closest('dialog, [role=dialog], [role=menu], [role=listbox]') !== null;
}

export const keyRegistry = createKeyRegistry();
