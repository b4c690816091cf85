/* The one door to the browser's local storage. It may be closed (private windows): then nothing is remembered. */

export function readStored(key: string): string | null {
  try {
    // oxlint-disable-next-line no-restricted-globals -- this is the settings module
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function writeStored(key: string, text: string): void {
  try {
    // oxlint-disable-next-line no-restricted-globals -- this is the settings module
    localStorage.setItem(key, text);
  } catch {
    // A full or closed store loses a preference, never work.
  }
}

export function removeStored(key: string): void {
  try {
    // oxlint-disable-next-line no-restricted-globals -- this is the settings module
    localStorage.removeItem(key);
  } catch {
    // There was nothing to remove, then.
  }
}

/** Tells when another tab of this browser wrote `key`. */
export function watchStored(key: string, changed: (text: string | null) => void): void {
  window.addEventListener('storage', (event) => {
    if (event.key === key) changed(event.newValue);
  });
}
