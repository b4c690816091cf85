/**
 * Each wall of the house has a canary: a small wrong file that its checker must name.
 * A checker that has gone blind says "no faults", and nobody would notice without these.
 */
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { compilerFaults, freeRooms, mayImport, roomFaults, wallFaults } from './canaries-compiler.ts';
import { lintFaults } from './canaries-linter.ts';
import { type Fault, goodFiles } from './canary.ts';
import { createScratch, type Scratch } from './scratch.ts';
import { root } from './tools.ts';

const lintReport = z.object({
  diagnostics: z.array(z.object({ code: z.string().optional(), message: z.string(), filename: z.string() })),
});

let scratch: Scratch;
let compiler: string;
let linter: z.infer<typeof lintReport>['diagnostics'];

const projects = globSync(['src/**/tsconfig.json', 'e2e/tsconfig.json'], { cwd: root });
const rooms = roomFaults(projects.map((path) => dirname(path)));

beforeAll(async () => {
  scratch = await createScratch();
  const faults = [...rooms, ...wallFaults, ...compilerFaults, ...lintFaults];
  await scratch.write(goodFiles);
  for (const fault of faults) await scratch.write(fault.files);
  const [types, lint] = await Promise.all([
    scratch.run('tsc', '-b', '--pretty', 'false'),
    scratch.run('oxlint', '--format', 'json', '--no-ignore', 'src'),
  ]);
  compiler = types;
  linter = lintReport.parse(JSON.parse(lint)).diagnostics;
});

afterAll(() => scratch.remove());

const inCompiler = (fault: Fault) =>
  compiler
    .split('\n')
    .filter(
      (line) => line.includes(fault.rule) && Object.keys(fault.files).some((path) => line.includes(path)),
    );
const inLinter = (path: string) =>
  linter.filter((found) => found.filename.replaceAll('\\', '/').endsWith(path));
const named = (fault: Fault) =>
  Object.keys(fault.files)
    .flatMap(inLinter)
    .map((found) => found.code ?? found.message);

describe('the compiler reaches every room', () => {
  it.each(rooms)('$wall', (fault) => expect(inCompiler(fault)).not.toEqual([]));
});

describe('the compiler keeps the rooms apart', () => {
  it.each(wallFaults)('$wall', (fault) => expect(inCompiler(fault)).not.toEqual([]));
});

describe('the compiler is strict', () => {
  it.each(compilerFaults)('$wall', (fault) => expect(inCompiler(fault)).not.toEqual([]));
});

describe('the linter keeps the walls within the rooms', () => {
  it.each(lintFaults)('$wall', (fault) => expect(named(fault)).toContain(fault.rule));
});

describe('what the house allows passes', () => {
  it.each(Object.keys(goodFiles))('%s', (path) => {
    expect(inLinter(path)).toEqual([]);
    expect(compiler.split('\n').filter((line) => line.startsWith(path))).toEqual([]);
  });
});

it('the top project knows every room', async () => {
  const top = await readFile(join(root, 'tsconfig.json'), 'utf8');
  for (const path of projects) expect(top).toContain(`"path": "${dirname(path).replaceAll('\\', '/')}"`);
});

it('every room has its row in the table of who may import whom', () => {
  const named = projects
    .map((path) => dirname(path).replaceAll('\\', '/'))
    .filter((path) => path.startsWith('src/'));
  const rows = [...Object.keys(mayImport), ...freeRooms].map((room) => `src/${room}`);
  expect(named.toSorted()).toEqual(rows.toSorted());
});
