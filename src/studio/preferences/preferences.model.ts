import { z } from 'zod';

/** What a person chose for this browser. Private, so never in a URL. */
export const preferences = z.object({
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
  /** Rows of 32 or 40 pixels. */
  density: z.enum(['compact', 'comfortable']).catch('compact'),
  /** Whether times read "3 min ago" or as a date and time of day. */
  times: z.enum(['relative', 'exact']).catch('relative'),
  rail: z.enum(['wide', 'narrow']).catch('wide'),
  /** The slug of the workspace last visited. */
  lastWorkspace: z.string().max(63).catch('default'),
  /** Width of side panels in pixels. */
  panelWidth: z.number().min(320).max(1200).catch(480),
});
export type Preferences = z.output<typeof preferences>;

/** Reads what was stored; anything missing or unknown takes its usual value. */
export function parsePreferences(text: string | null): Preferences {
  return preferences.parse(parseJson(text ?? '{}'));
}

function parseJson(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  } catch {
    return {};
  }
}
