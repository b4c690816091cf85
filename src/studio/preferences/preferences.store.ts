import { create } from 'zustand';
import { parsePreferences, type Preferences } from './preferences.model.ts';
import { readStored, watchStored, writeStored } from './stored-text.ts';

const key = 'atelier.preferences';

interface PreferencesState extends Preferences {
  set(this: void, change: Partial<Preferences>): void;
}

/** The person's choices, kept in this browser and followed by its other tabs. */
export const usePreferences = create<PreferencesState>()((set, get) => ({
  ...parsePreferences(readStored(key)),
  set(change) {
    set(change);
    const { set: _set, ...values } = get();
    writeStored(key, JSON.stringify(values));
  },
}));

watchStored(key, (text) => usePreferences.setState(parsePreferences(text)));
