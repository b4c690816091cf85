export interface PatchLine {
  readonly kind: 'file' | 'added' | 'removed' | 'same';
  readonly text: string;
}

/** The lines of a unified diff, as `git diff` prints it. */
export function parsePatch(text: string): readonly PatchLine[] {
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line): PatchLine => {
      if (/^(diff |index |--- |\+\+\+ |@@)/.test(line)) return { kind: 'file', text: line };
      if (line.startsWith('+')) return { kind: 'added', text: line.slice(1) };
      if (line.startsWith('-')) return { kind: 'removed', text: line.slice(1) };
      return { kind: 'same', text: line.startsWith(' ') ? line.slice(1) : line };
    });
}
