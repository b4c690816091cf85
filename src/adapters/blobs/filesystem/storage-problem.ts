import { Problem } from '#contract/problem.ts';

/** What the operating system said, as a problem that a person can act on; anything unforeseen stays as it is. */
export function toStorageProblem(error: unknown, key: string): unknown {
  switch (errorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new Problem(
        'storage-full',
        'The disk that holds the artifacts is full. Nothing of this file was kept; free some space, then send it again.',
        { path: key },
      );
    case 'ENAMETOOLONG':
      return new Problem('invalid-input', 'This path is longer than the file system takes.', { path: key });
    case 'ENOTDIR':
    case 'EEXIST':
      return new Problem('conflict', `A folder of "${key}" is a file.`, { path: key });
    case 'EISDIR':
    case 'ENOTEMPTY':
      return new Problem('conflict', `There is a folder at "${key}".`, { path: key });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new Problem('unavailable', 'The folder that holds the artifacts cannot be written.', {
        path: key,
      });
    default:
      return error;
  }
}

export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
