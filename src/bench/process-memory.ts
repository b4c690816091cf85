import { readdir, readFile } from 'node:fs/promises';

/** The process below `pid` whose program was given `argument`; `undefined` where the system has no /proc. */
export async function findInProcessTree(pid: number, argument: string): Promise<number | undefined> {
  const parents = await readParents();
  const isBelow = (each: number): boolean => {
    const parent = parents.get(each);
    return parent !== undefined && (parent === pid || isBelow(parent));
  };
  for (const each of parents.keys()) {
    // The shell that npm starts has the whole command as one argument.
    if (isBelow(each) && (await argumentsOf(each)).includes(argument)) return each;
  }
  return undefined;
}

async function readParents(): Promise<ReadonlyMap<number, number>> {
  const names = await readdir('/proc').catch(() => []);
  const parents = new Map<number, number>();
  for (const pid of names.map(Number).filter(Number.isInteger)) {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    const parent = /\) \S (\d+) /.exec(stat)?.[1];
    if (parent !== undefined) parents.set(pid, Number(parent));
  }
  return parents;
}

async function argumentsOf(pid: number): Promise<readonly string[]> {
  const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return line.split('\0');
}

/** Millions of bytes that the process has in memory now. */
export async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const kibibytes = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1];
  return (Number(kibibytes) * 1024) / 1e6;
}
