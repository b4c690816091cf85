/** What a canary is, and the right files beside which the wrong ones are written. */

export type Fault = {
  readonly wall: string;
  readonly rule: string;
  readonly files: Readonly<Record<string, string>>;
};

export const thing = `export type Thing = { readonly name: string };\nexport const thing: Thing = { name: 'thing' };\n`;
export const useThing = (path: string) =>
  `import { thing as used } from '${path}';\n\nexport const thing = { name: used.name };\n`;

/** What the house allows: the linter and the compiler must be silent here. */
export const goodFiles: Readonly<Record<string, string>> = {
  'src/domain/thing.ts': thing,
  'src/contract/thing.ts': thing,
  'src/contract/good.ts': useThing('#domain/thing.ts'),
  'src/client/thing.ts': thing,
  'src/client/good.ts': useThing('#contract/thing.ts'),
  'src/server/thing.ts': thing,
  'src/server/good.ts': useThing('#server/modules/one/one.service.ts'),
  'src/server/ports/thing.ts': thing,
  'src/server/http/thing.ts': useThing('#server/ports/thing.ts'),
  'src/server/modules/one/one.service.ts': thing,
  'src/server/modules/one/inside.ts': thing,
  'src/server/modules/two/two.service.ts': useThing('#server/modules/one/one.service.ts'),
  'src/server/protocols/foreign/good.ts': useThing('#server/modules/one/one.service.ts'),
  'src/adapters/database/thing.ts': thing,
  'src/adapters/database/good.ts': useThing('#server/ports/thing.ts'),
  'src/adapters/blobs/thing.ts': thing,
  'src/adapters/blobs/other.ts': thing,
  'src/adapters/compute/thing.ts': thing,
  'src/sample/thing.ts': thing,
  'src/mock/thing.ts': thing,
  'src/mock/good.ts': useThing('#adapters/database/thing.ts'),
  'src/studio/thing.ts': thing,
  'src/studio/app/thing.ts': useThing('#studio/features/runs/thing.ts'),
  'src/studio/ui/thing.ts': thing,
  'src/studio/features/runs/thing.ts': thing,
  'src/studio/features/runs/good.ts': useThing('#studio/ui/thing.ts'),
  'src/studio/charts/thing.ts': `export { init } from 'echarts/core';\n`,
  'src/studio/editor/thing.ts': `export { editor } from 'monaco-editor';\n`,
  'src/main/thing.ts': thing,
  'src/main/good.ts': useThing('#adapters/blobs/thing.ts'),
  'src/bench/thing.ts': thing,
};
