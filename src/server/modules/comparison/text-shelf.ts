/** Keeps each distinct text once, and knows when enough has been read. */
export function createTextShelf(mostBytes: number) {
  const byHash = new Map<string, number>();
  const byText = new Map<string, number>();
  const texts: string[] = [];
  let left = mostBytes;

  return {
    /** The number of a text read before from a file of the same content. */
    find(sha256: string | undefined): number | undefined {
      return sha256 === undefined ? undefined : byHash.get(sha256);
    },

    /** Whether so many more bytes may be read; they are then counted as read. */
    reserve(bytes: number): boolean {
      if (bytes > left) return false;
      left -= bytes;
      return true;
    },

    /** Keeps a text; answers its number. */
    put(text: string, sha256: string | undefined): number {
      const known = byText.get(text);
      const number = known ?? texts.push(text) - 1;
      byText.set(text, number);
      if (sha256 !== undefined) byHash.set(sha256, number);
      return number;
    },

    texts(): string[] {
      return texts;
    },
  };
}
