/** Wrong files that the linter must name, each with its rule. */
import { type Fault, thing, useThing } from './canary.ts';

const walls = 'boundaries(dependencies)';
const lint = (wall: string, rule: string, path: string, text: string): Fault => ({
  wall,
  rule,
  files: { [path]: text },
});

export const lintFaults: readonly Fault[] = [
  lint(
    'a feature does not import a feature',
    walls,
    'src/studio/features/compare/feature.ts',
    useThing('#studio/features/runs/thing.ts'),
  ),
  lint(
    'the same, by a relative path',
    walls,
    'src/studio/features/compare/relative.ts',
    useThing('../runs/thing.ts'),
  ),
  lint(
    'ui does not import a feature',
    walls,
    'src/studio/ui/feature.ts',
    useThing('#studio/features/runs/thing.ts'),
  ),
  lint(
    'a feature does not load a feature later',
    walls,
    'src/studio/features/compare/lazy.ts',
    `export const load = () => import('#studio/features/runs/thing.ts');\n`,
  ),
  lint(
    "a module does not import another module's inside",
    walls,
    'src/server/modules/two/inside.ts',
    useThing('#server/modules/one/inside.ts'),
  ),
  lint(
    "a protocol does not import a module's inside",
    walls,
    'src/server/protocols/foreign/inside.ts',
    useThing('#server/modules/one/inside.ts'),
  ),
  lint(
    'http does not import a module',
    walls,
    'src/server/http/module.ts',
    useThing('#server/modules/one/one.service.ts'),
  ),
  lint(
    'a port does not import a module',
    walls,
    'src/server/ports/module.ts',
    useThing('#server/modules/one/one.service.ts'),
  ),
  lint(
    'an adapter imports only ports from the server',
    walls,
    'src/adapters/database/server.ts',
    useThing('#server/thing.ts'),
  ),
  lint(
    'an adapter does not import an adapter',
    walls,
    'src/adapters/database/adapter.ts',
    useThing('#adapters/blobs/other.ts'),
  ),
  lint('only main knows the adapters', walls, 'src/client/adapter.ts', useThing('#adapters/blobs/other.ts')),
  lint(
    'only charts import echarts',
    walls,
    'src/studio/features/runs/echarts.ts',
    `export { init } from 'echarts/core';\n`,
  ),
  lint(
    'only editor imports monaco',
    walls,
    'src/studio/features/runs/monaco.ts',
    `export { editor } from 'monaco-editor';\n`,
  ),
  lint(
    'the server imports nothing of node',
    walls,
    'src/server/http/node.ts',
    `export { readFile } from 'node:fs/promises';\n`,
  ),
  lint('the domain imports no package', walls, 'src/domain/package.ts', `export { z } from 'zod';\n`),
  lint('the contract imports only zod', walls, 'src/contract/package.ts', `export { Hono } from 'hono';\n`),
  {
    wall: 'no cycle, counting types',
    rule: 'import(no-cycle)',
    files: {
      'src/domain/cycle-one.ts': `import type { Two } from '#domain/cycle-two.ts';\n\nexport type One = { readonly two?: Two };\n`,
      'src/domain/cycle-two.ts': `import type { One } from './cycle-one.ts';\n\nexport type Two = { readonly one?: One };\n`,
    },
  },
  lint(
    'fetch is called by the client',
    'eslint(no-restricted-globals)',
    'src/studio/features/runs/fetch.ts',
    `export const load = () => fetch('/api');\n`,
  ),
  lint(
    'settings are kept by one module',
    'eslint(no-restricted-globals)',
    'src/studio/features/runs/storage.ts',
    `export const read = () => localStorage.getItem('theme');\n`,
  ),
  lint(
    'the time comes from the clock',
    'eslint(no-restricted-properties)',
    'src/server/http/clock.ts',
    `export const now = () => Date.now();\n`,
  ),
  lint(
    'also by new Date()',
    'atelier(no-ambient-time)',
    'src/domain/date.ts',
    `export const now = () => new Date();\n`,
  ),
  lint(
    'ids come from a port',
    'eslint(no-restricted-properties)',
    'src/server/http/ids.ts',
    `export const id = () => crypto.randomUUID();\n`,
  ),
  lint(
    'randomness comes from a port',
    'eslint(no-restricted-properties)',
    'src/domain/random.ts',
    `export const roll = () => Math.random();\n`,
  ),
  lint(
    'no far relative import',
    'eslint(no-restricted-imports)',
    'src/server/modules/two/far.ts',
    useThing('../../ports/thing.ts'),
  ),
  lint(
    'an import names the extension',
    'eslint(no-restricted-imports)',
    'src/server/http/extension.ts',
    useThing('#server/ports/thing'),
  ),
  lint(
    'no any',
    'typescript(no-explicit-any)',
    'src/domain/any.ts',
    `export const parse = (value: any) => String(value);\n`,
  ),
  lint(
    'no promise is left alone',
    'typescript(no-floating-promises)',
    'src/client/floating.ts',
    `const work = async () => 1;\n\nexport function start() {\n  work();\n}\n`,
  ),
  lint(
    'a switch names every case',
    'typescript(switch-exhaustiveness-check)',
    'src/domain/switch.ts',
    `export function size(name: 'small' | 'large') {\n  switch (name) {\n    case 'small':\n      return 1;\n  }\n  return 2;\n}\n`,
  ),
  lint(
    'no cast that hides a fault',
    'typescript(no-unsafe-type-assertion)',
    'src/domain/cast.ts',
    `export const cast = (value: unknown) => value as string;\n`,
  ),
  lint(
    'no file over 300 lines',
    'eslint(max-lines)',
    'src/domain/long.ts',
    Array.from({ length: 301 }, (_, line) => `export const line${line} = ${line};\n`).join(''),
  ),
  lint(
    'no function over 80 lines',
    'eslint(max-lines-per-function)',
    'src/domain/long-function.ts',
    `export function long(list: number[]) {\n${'  list.push(1);\n'.repeat(81)}}\n`,
  ),
  lint(
    'hooks are called in order',
    'react(hooks)',
    'src/studio/ui/hooks.tsx',
    `import { useState } from 'react';\n\nexport function Wrong({ open }: { readonly open: boolean }) {\n  if (open) useState(1);\n  return <p>text</p>;\n}\n`,
  ),
  lint(
    'a picture has a text',
    'jsx-a11y(alt-text)',
    'src/studio/ui/picture.tsx',
    `export const Picture = () => <img src="data:," />;\n`,
  ),
  lint(
    'no default export',
    'import(no-default-export)',
    'src/domain/default.ts',
    `const one = 1;\n\nexport default one;\n`,
  ),
  lint('files in kebab-case', 'unicorn(filename-case)', 'src/domain/camelCase.ts', thing),
  lint(
    'no test is left focused',
    'vitest(no-focused-tests)',
    'src/domain/focused.test.ts',
    `import { expect, it } from 'vitest';\n\nit.only('alone', () => expect(1).toBe(1));\n`,
  ),
  lint(
    'no silence without a need',
    'Unused oxlint-disable directive (no problems were reported).',
    'src/domain/silence.ts',
    `// oxlint-disable-next-line no-console -- nothing here\nexport const one = 1;\n`,
  ),
];
