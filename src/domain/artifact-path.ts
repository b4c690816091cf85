/**
 * Paths of artifacts as clients send them. A path is relative, slash-separated, and never climbs. What is refused
 * is refused in every spelling (also encoded twice); what is taken is taken as it stands, so that names in any
 * script, with spaces or per cent signs come back as they went in.
 */

/** The longest path, in bytes of UTF-8. */
const maxPathBytes = 4096;

/** Reads the path part of an address: decodes it exactly once. `undefined` where it is not a path we take. */
export function decodeArtifactPath(encoded: string): string | undefined {
  // Nothing decodes to more than three characters an encoded one; longer ones are not worth decoding.
  if (encoded.length > maxPathBytes * 3) return undefined;
  try {
    return checkArtifactPath(decodeURIComponent(encoded).replace(/^\/+/, ''));
  } catch {
    return undefined;
  }
}

/** Checks a path that needs no decoding. One slash at its end is dropped. `undefined` where we do not take it. */
export function checkArtifactPath(text: string): string | undefined {
  const path = text.endsWith('/') ? text.slice(0, -1) : text;
  if (!path.isWellFormed() || countBytes(path) > maxPathBytes) return undefined;
  if (path.split('/').includes('')) return undefined;
  return spellings(path).every(isHarmless) ? path : undefined;
}

/** The address form of a path: `decodeArtifactPath` gives the path back. */
export function encodeArtifactPath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** The folder and the name of a path; the folder of a top-level name is `''`. */
export function splitArtifactPath(path: string): { readonly folder: string; readonly name: string } {
  const slash = path.lastIndexOf('/');
  return { folder: path.slice(0, Math.max(slash, 0)), name: path.slice(slash + 1) };
}

/** Whether a path below an artifact root is in the folder of the workspaces, on any disk. */
export function isAmongWorkspaces(path: string): boolean {
  const [first = ''] = path.split('/');
  return first.normalize('NFKC').toUpperCase() === 'WORKSPACES';
}

/** Every folder above a path, outermost first: `a/b/c` lies in `a` and `a/b`. */
export function foldersAbove(path: string): readonly string[] {
  const segments = path.split('/');
  return segments.slice(1).map((_segment, index) => segments.slice(0, index + 1).join('/'));
}

/** Bytes in UTF-8. */
function countBytes(text: string): number {
  return encodeURIComponent(text).replaceAll(/%../g, '-').length;
}

/** The path and what it would become for a reader that decodes once more, and once more … */
function spellings(path: string): readonly string[] {
  const found = [path];
  for (;;) {
    const last = found.at(-1) ?? '';
    const next = last.replaceAll(/%([0-7][\da-f])/gi, (_all, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    if (next === last) return found;
    found.push(next);
  }
}

function isHarmless(path: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\u0000-\u001F\u007F\\#?]/.test(path)) return false;
  // In every folder, as a path may be taken from there too: what is stored can then be listed and opened.
  if (path.startsWith('/') || /(^|\/)([a-z]:(\/|$)|file:)/i.test(path)) return false;
  return !path.split('/').some((segment) => segment === '.' || segment === '..');
}
