/** Wrong files that the compiler must name, each with its code. */
import type { Fault } from './canary.ts';

/** One fault of type in each project: a room that the top project does not reach is not checked at all. */
export function roomFaults(folders: readonly string[]): Fault[] {
  return folders.map((folder) => {
    const path = folder === 'src' ? 'src/domain/room.test.ts' : `${folder}/room.ts`;
    return {
      wall: folder,
      rule: 'TS2322',
      files: { [path.replaceAll('\\', '/')]: `export const wrong: string = 1;\n` },
    };
  });
}

/** Rooms that may import everything. */
export const freeRooms: readonly string[] = ['main', 'bench', 'checks'];

/** The house's table of who may import whom. */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  contract: ['domain'],
  client: ['contract', 'domain'],
  server: ['contract', 'domain'],
  'adapters/database': ['server', 'contract', 'domain'],
  'adapters/blobs': ['server', 'contract', 'domain'],
  'adapters/compute': ['server', 'contract', 'domain'],
  mock: ['server', 'adapters/database', 'adapters/blobs', 'adapters/compute', 'contract', 'domain'],
  sample: [],
  studio: ['client', 'contract', 'domain'],
};

/** Every import that the table forbids, also when it is of a type alone. */
export const wallFaults: readonly Fault[] = Object.entries(mayImport).flatMap(([from, allowed]) =>
  [...Object.keys(mayImport), 'main', 'bench']
    .filter((to) => to !== from && !allowed.includes(to))
    .map((to) => ({
      wall: `${from} does not import ${to}`,
      rule: 'TS6307',
      files: {
        [`src/${from}/wall-${to.replace('/', '-')}.ts`]: `import type { Thing } from '#${to}/thing.ts';\n\nexport type Other = Thing;\n`,
      },
    })),
);

function ambient(room: string, name: string, text: string, rule: string): Fault {
  return {
    wall: `${room} knows no ${name}`,
    rule,
    files: { [`src/${room}/ambient-${name.replace(':', '-')}.ts`]: text },
  };
}

export const compilerFaults: readonly Fault[] = [
  ambient('domain', 'window', `export const width = window.innerWidth;\n`, 'TS2304'),
  ambient('domain', 'process', `export const home = process.cwd();\n`, 'TS2591'),
  ambient('domain', 'fetch', `export const answer = fetch('/');\n`, 'TS2304'),
  ambient('contract', 'node:fs', `export { readFile } from 'node:fs/promises';\n`, 'TS2591'),
  ambient('server', 'document', `export const title = document.title;\n`, 'TS2584'),
  ambient('server', 'process', `export const home = process.cwd();\n`, 'TS2591'),
  ambient('server', 'Buffer', `export const bytes = Buffer.from('');\n`, 'TS2591'),
  ambient('server', 'node:fs', `export { readFile } from 'node:fs/promises';\n`, 'TS2591'),
  ambient('studio', 'process', `export const home = process.cwd();\n`, 'TS2591'),
  {
    wall: 'an index may miss',
    rule: 'TS2322',
    files: {
      'src/domain/strict-index.ts': `const list: string[] = [];\nexport const first: string = list[0];\n`,
    },
  },
  {
    wall: 'absent is not undefined',
    rule: 'TS2375',
    files: {
      'src/domain/strict-optional.ts': `export const view: { zoom?: number } = { zoom: undefined };\n`,
    },
  },
  {
    wall: 'only syntax that Node can strip',
    rule: 'TS1294',
    files: { 'src/domain/strict-enum.ts': `export enum Stage {\n  Active,\n}\n` },
  },
];
