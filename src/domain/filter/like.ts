/** SQL's LIKE over a whole text: `%` stands for any characters, `_` for one; nothing escapes them. */
export function matchesLike(text: string, pattern: string): boolean {
  const subject = Array.from(text);
  const wanted = Array.from(pattern);
  let at = 0;
  let next = 0;
  // Where to go back to: the last `%` and what it has swallowed so far. One is enough, so the time is bounded.
  let starNext = -1;
  let starAt = 0;
  while (at < subject.length) {
    if (wanted[next] === '%') {
      starNext = next;
      starAt = at;
      next += 1;
    } else if (next < wanted.length && (wanted[next] === '_' || wanted[next] === subject[at])) {
      at += 1;
      next += 1;
    } else if (starNext === -1) {
      return false;
    } else {
      starAt += 1;
      at = starAt;
      next = starNext + 1;
    }
  }
  return wanted.slice(next).every((char) => char === '%');
}

/** Lower case of A to Z alone: what the databases' `lower` does to text in binary collation. */
export function lowerAscii(text: string): string {
  return text.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
