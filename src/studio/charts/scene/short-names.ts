/**
 * Names cut to so many characters each. Where they begin alike, what they share is left out first: it would tell
 * nothing apart.
 */
export function shortenNames(names: readonly string[], most: number): readonly string[] {
  if (names.every((name) => name.length <= most)) return names;
  const shared = sharedStart(names);
  return names.map((name) => {
    if (name.length <= most) return name;
    const rest = shared < 4 ? name : `…${name.slice(shared)}`;
    return rest.length <= most ? rest : `${rest.slice(0, Math.max(1, most - 1))}…`;
  });
}

/** How many characters all begin with, up to the end of a word. */
function sharedStart(names: readonly string[]): number {
  const [first = '', ...others] = names;
  if (others.length === 0) return 0;
  let length = 0;
  while (length < first.length && others.every((name) => name[length] === first[length])) length += 1;
  const word = /^.*[-_/: ]/.exec(first.slice(0, length));
  return word?.[0].length ?? 0;
}
