/** A piece of a line in one style, as a terminal would show it. */
export interface AnsiSpan {
  readonly text: string;
  /** 0 to 7 for the eight colours of a terminal, 8 to 15 for their bright ones. */
  readonly colour: number | undefined;
  readonly bold: boolean;
  readonly dim: boolean;
  readonly underline: boolean;
}

type Style = Omit<AnsiSpan, 'text'>;
const plain: Style = { colour: undefined, bold: false, dim: false, underline: false };

/** Escape sequences of terminals: those that set a style end with `m`; all others are dropped. */
const sequence =
  // oxlint-disable-next-line no-control-regex -- escape characters are what is looked for
  /\u001b(?:\[([\d;:<=>?]{0,64})([@-~])|\][^\u0007\u001b]{0,2000}(?:\u0007|\u001b\\)?|[@-Z\\^_])|[\u0000-\u0008\u000b-\u001f\u007f]/g;

/** Reads the colours out of a line; movements, titles and other control characters vanish. */
export function parseAnsi(line: string): readonly AnsiSpan[] {
  const spans: AnsiSpan[] = [];
  let style = plain;
  let from = 0;
  const push = (to: number): void => {
    if (to > from) spans.push({ text: line.slice(from, to), ...style });
  };
  for (const match of line.matchAll(sequence)) {
    push(match.index);
    from = match.index + match[0].length;
    if (match[2] === 'm') style = restyle(style, (match[1] ?? '').split(/[;:]/).map(Number));
  }
  push(line.length);
  return spans;
}

/** A line without its escape sequences. */
export function stripAnsi(line: string): string {
  return line.replaceAll(sequence, '');
}

function restyle(before: Style, codes: readonly number[]): Style {
  const [code = 0, kind, colour = 16] = codes;
  if (codes.length === 0) return before;
  if (code !== 38 && code !== 48) return restyle(applyCode(before, code), codes.slice(1));
  // 38;5;n names one of 256 colours, 38;2;r;g;b any: of those only the first sixteen are ours.
  const named = kind === 5;
  const style = named && code === 38 ? { ...before, colour: colour < 16 ? colour : undefined } : before;
  return restyle(style, codes.slice(named ? 3 : 5));
}

function applyCode(style: Style, code: number): Style {
  if (code === 0) return plain;
  if (code === 1) return { ...style, bold: true };
  if (code === 2) return { ...style, dim: true };
  if (code === 4) return { ...style, underline: true };
  if (code === 22) return { ...style, bold: false, dim: false };
  if (code === 24) return { ...style, underline: false };
  if (code === 39) return { ...style, colour: undefined };
  if (code >= 30 && code <= 37) return { ...style, colour: code - 30 };
  if (code >= 90 && code <= 97) return { ...style, colour: code - 82 };
  return style;
}
