/** A line of two texts laid over each other. */
export interface DiffLine {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Beyond this many different lines a diff says "all of this became all of that". */
const mostEdits = 600;

/** What became of a text, line by line, with as few changes as there can be (Myers, 1986). */
export function diffLines(before: string, after: string): readonly DiffLine[] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  const start = countSame(a, b, (line, index) => b[index] === line);
  const rest = Math.min(a.length, b.length) - start;
  let end = 0;
  while (end < rest && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return [
    ...lines('same', a.slice(0, start)),
    ...diffMiddle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...lines('same', a.slice(a.length - end)),
  ];
}

function countSame(
  a: readonly string[],
  b: readonly string[],
  isSame: (line: string, index: number) => boolean,
): number {
  const first = a.findIndex((line, index) => index >= b.length || !isSame(line, index));
  return first === -1 ? Math.min(a.length, b.length) : first;
}

function lines(kind: DiffLine['kind'], texts: readonly string[]): DiffLine[] {
  return texts.map((text) => ({ kind, text }));
}

function diffMiddle(a: readonly string[], b: readonly string[]): readonly DiffLine[] {
  const rounds = a.length === 0 || b.length === 0 ? undefined : findRounds(a, b);
  if (rounds === undefined) return [...lines('removed', a), ...lines('added', b)];
  return walkBack(a, b, rounds);
}

type Reach = ReadonlyMap<number, number>;

/** For each number of edits, how far along `a` each diagonal (x less y) can get. */
function findRounds(a: readonly string[], b: readonly string[]): readonly Reach[] | undefined {
  const rounds: Reach[] = [];
  let reach: Reach = new Map([[1, 0]]);
  for (let edits = 0; edits <= Math.min(a.length + b.length, mostEdits); edits += 1) {
    rounds.push(reach);
    const next = new Map(reach);
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const x = slide(a, b, diagonal, startOf(reach, diagonal, edits));
      next.set(diagonal, x);
      if (x >= a.length && x - diagonal >= b.length) return rounds;
    }
    reach = next;
  }
  return undefined;
}

/** Down (a line is added) or right (a line is removed), whichever gets further. */
function startOf(reach: Reach, diagonal: number, edits: number): number {
  return goesDown(reach, diagonal, edits) ? far(reach, diagonal + 1) : far(reach, diagonal - 1) + 1;
}

function goesDown(reach: Reach, diagonal: number, edits: number): boolean {
  if (diagonal === -edits) return true;
  return diagonal !== edits && far(reach, diagonal - 1) < far(reach, diagonal + 1);
}

function far(reach: Reach, diagonal: number): number {
  return reach.get(diagonal) ?? -1;
}

function slide(a: readonly string[], b: readonly string[], diagonal: number, from: number): number {
  let x = from;
  while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x += 1;
  return x;
}

function walkBack(a: readonly string[], b: readonly string[], rounds: readonly Reach[]): readonly DiffLine[] {
  const found: DiffLine[] = [];
  let [x, y] = [a.length, b.length];
  for (let edits = rounds.length - 1; edits >= 0; edits -= 1) {
    const reach = rounds[edits] ?? new Map<number, number>();
    const diagonal = x - y;
    const down = goesDown(reach, diagonal, edits);
    const fromX = down ? far(reach, diagonal + 1) : far(reach, diagonal - 1);
    const fromY = fromX - (down ? diagonal + 1 : diagonal - 1);
    while (x > fromX + (down ? 0 : 1) && x > 0 && y > 0) {
      x -= 1;
      y -= 1;
      found.push({ kind: 'same', text: a[x] ?? '' });
    }
    if (edits === 0) break;
    if (down) found.push({ kind: 'added', text: b[fromY] ?? '' });
    else found.push({ kind: 'removed', text: a[fromX] ?? '' });
    [x, y] = [fromX, fromY];
  }
  return found.reverse();
}
