/** A throw-away copy of the project's settings, with its own small sources, for trying the checkers on faults. */
import { cp, glob, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root, runTool, type Tool } from './tools.ts';

const settings = ['package.json', 'tsconfig.json', '.oxlintrc.json', 'src/checks/*.lint.ts'];
const projects = ['src/tsconfig.base.json', 'src/**/tsconfig.json', 'e2e/tsconfig.json'];

export type Scratch = {
  readonly folder: string;
  write(files: Readonly<Record<string, string>>): Promise<void>;
  /** What the tool printed; a checker that finds faults exits with an error, and that is what we are after. */
  run(tool: Tool, ...args: string[]): Promise<string>;
  remove(): Promise<void>;
};

export async function createScratch(): Promise<Scratch> {
  const folder = await mkdtemp(join(tmpdir(), 'atelier-canaries-'));
  for await (const path of glob([...settings, ...projects], { cwd: root })) {
    await cp(join(root, path), join(folder, path));
  }
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return {
    folder,
    async write(files) {
      for (const [path, text] of Object.entries(files)) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), text);
      }
    },
    run: async (tool, ...args) => (await runTool(tool, args, { cwd: folder })).output,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
