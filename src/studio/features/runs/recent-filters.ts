import { z } from 'zod';
import { readStored, writeStored } from '#studio/preferences/stored-text.ts';

const kept = 8;
const stored = z.array(z.string()).catch([]);
const keyOf = (workspace: string): string => `atelier.recent-filters.${workspace}`;

/** The filters used last in this browser, newest first. */
export function readRecentFilters(workspace: string): readonly string[] {
  return parseRecent(readStored(keyOf(workspace)));
}

export function rememberFilter(workspace: string, filter: string): void {
  if (filter.trim() === '') return;
  const others = readRecentFilters(workspace).filter((each) => each !== filter);
  writeStored(keyOf(workspace), JSON.stringify([filter, ...others].slice(0, kept)));
}

function parseRecent(text: string | null): readonly string[] {
  try {
    return stored.parse(JSON.parse(text ?? '[]'));
  } catch {
    return [];
  }
}
