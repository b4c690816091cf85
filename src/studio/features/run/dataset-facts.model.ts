import { z } from 'zod';

const profile = z.looseObject({ num_rows: z.number() });
const source = z.looseObject({
  uri: z.string().optional(),
  url: z.string().optional(),
  path: z.string().optional(),
});
const column = z.looseObject({ name: z.string().optional(), type: z.unknown() });
const schema = z.looseObject({ mlflow_colspec: z.array(column) });

/** How many rows a dataset has, as its profile says. */
export function datasetRows(text: string | null): number | undefined {
  return profile.safeParse(parseJson(text)).data?.num_rows;
}

/** Where a dataset lies, as shortly as its source can be told. */
export function datasetSource(text: string): string {
  const found = source.safeParse(parseJson(text)).data;
  return found?.uri ?? found?.url ?? found?.path ?? text;
}

export function datasetColumns(
  text: string | null,
): readonly { readonly name: string; readonly type: string }[] {
  const columns = schema.safeParse(parseJson(text)).data?.mlflow_colspec ?? [];
  return columns.map(({ name, type }, index) => ({
    name: name ?? `(${index + 1})`,
    type: typeof type === 'string' ? type : 'nested',
  }));
}

function parseJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '') as unknown;
  } catch {
    return undefined;
  }
}
