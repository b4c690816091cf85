export interface PaletteEntry {
  readonly id: string;
  readonly group: 'Pages' | 'Workspaces' | 'Runs' | 'Views and reports' | 'Actions';
  readonly label: string;
  /** A second line of orientation, searched too: a slug, an experiment. */
  readonly detail?: string;
  /** The key that does the same. */
  readonly keys?: string;
  readonly run: () => void;
}

/** The entries that fit what was typed, the best first; groups stay together, led by their best entry. */
export function rankEntries(entries: readonly PaletteEntry[], typed: string): readonly PaletteEntry[] {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const scored = entries
    .map((entry) => ({ entry, score: scoreEntry(entry, words) }))
    .filter(({ score }) => score > 0);
  const best = new Map<string, number>();
  for (const { entry, score } of scored) {
    best.set(entry.group, Math.max(score, best.get(entry.group) ?? 0));
  }
  const groups = [...best].sort((a, b) => b[1] - a[1]).map(([group]) => group);
  return groups.flatMap((group) =>
    scored
      .filter(({ entry }) => entry.group === group)
      .sort((a, b) => b.score - a.score)
      .map(({ entry }) => entry),
  );
}

/** Every word must occur; at the start of the label counts most, at the start of a word more than inside. */
function scoreEntry(entry: PaletteEntry, words: readonly string[]): number {
  if (words.length === 0) return 1;
  const label = entry.label.toLowerCase();
  const text = `${label} ${entry.detail?.toLowerCase() ?? ''}`;
  const scores = words.map((word) => {
    if (label.startsWith(word)) return 4;
    const place = text.indexOf(word);
    if (place === -1) return 0;
    return /[\s\-_./]/.test(text.charAt(place - 1)) ? 3 : 2;
  });
  return scores.includes(0) ? 0 : scores.reduce<number>((sum, score) => sum + score, 0) / words.length;
}

/** A filter in MLflow's language for runs whose name contains the text, any case. */
export function toNameFilter(text: string): string {
  return `attributes.run_name ILIKE '%${text.replaceAll("'", "''")}%'`;
}
