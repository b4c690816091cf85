import { lstat, realpath } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { Problem } from '#contract/problem.ts';
import { splitBlobKey } from '#server/ports/blobs.ts';
import { errorCode } from './storage-problem.ts';

/** Names that are devices on Windows, whatever their extension. */
const windowsDevice = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const windowsForbidden = /[<>:"|?*]|[. ]$/;

/** Where a key lies on the disk. Refuses a name that the platform cannot hold. */
export function toFilePath(root: string, key: string, platform: NodeJS.Platform): string {
  const segments = splitBlobKey(key);
  const refused =
    platform === 'win32'
      ? segments.find((name) => windowsDevice.test(name) || windowsForbidden.test(name))
      : undefined;
  if (refused !== undefined) {
    throw new Problem(
      'invalid-input',
      `Windows cannot keep a file named "${refused}". Choose another name.`,
      {
        path: key,
        name: refused,
      },
    );
  }
  return join(root, ...segments);
}

/**
 * Refuses a path that a symbolic link leads out of the root. Looks at the deepest part that exists, since what does
 * not exist yet is made by us as plain folders.
 */
export async function requireInside(realRoot: string, path: string, key: string): Promise<void> {
  let existing = path;
  while (existing.length > realRoot.length && !(await exists(existing))) existing = dirname(existing);
  const real = await realpath(existing).catch(() => undefined);
  if (real === realRoot || real?.startsWith(realRoot + sep) === true) return;
  throw new Problem('invalid-input', 'Invalid path', { path: key });
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return false;
    throw error;
  }
}
