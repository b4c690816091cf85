import { parse } from 'yaml';
import { z } from 'zod';

const field = z.looseObject({
  name: z.string().optional(),
  type: z.string().optional(),
  required: z.boolean().optional(),
  'tensor-spec': z.looseObject({ dtype: z.string(), shape: z.array(z.number()) }).optional(),
  default: z.unknown().optional(),
});

const modelFile = z.looseObject({
  flavors: z.record(z.string(), z.unknown()).optional(),
  signature: z
    .looseObject({
      inputs: z.string().nullish(),
      outputs: z.string().nullish(),
      params: z.string().nullish(),
    })
    .nullish(),
});

export interface SignatureField {
  readonly name: string;
  readonly type: string;
}

export interface ModelFile {
  readonly flavors: readonly string[];
  readonly facts: readonly (readonly [label: string, value: string])[];
  /** `undefined` where the file does not tell; empty where it tells that there are none. */
  readonly inputs: readonly SignatureField[] | undefined;
  readonly outputs: readonly SignatureField[] | undefined;
  readonly params: readonly SignatureField[] | undefined;
}

const told: Readonly<Record<string, string>> = {
  model_id: 'Model id',
  model_uuid: 'Model UUID',
  run_id: 'Run id',
  mlflow_version: 'MLflow version',
  utc_time_created: 'Created (UTC)',
  model_size_bytes: 'Size in bytes',
};

/** What an `MLmodel` file says of a model; `undefined` where it is none. */
export function parseModelFile(text: string): ModelFile | undefined {
  const parsed = modelFile.safeParse(parseYaml(text));
  if (!parsed.success || parsed.data.flavors === undefined) return undefined;
  const { flavors, signature, ...rest } = parsed.data;
  return {
    flavors: Object.keys(flavors),
    facts: Object.entries(told).flatMap(([key, label]) => {
      const value = rest[key];
      return typeof value === 'string' || typeof value === 'number' ? [[label, String(value)] as const] : [];
    }),
    inputs: readFields(signature?.inputs),
    outputs: readFields(signature?.outputs),
    params: readFields(signature?.params),
  };
}

/** Aliases are bounded: a few lines of YAML can otherwise stand for billions of values. */
function parseYaml(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 100, logLevel: 'silent' }) as unknown;
  } catch {
    return undefined;
  }
}

function readFields(json: string | null | undefined): readonly SignatureField[] | undefined {
  if (json === null || json === undefined) return undefined;
  try {
    const fields = z.array(field).max(10_000).safeParse(JSON.parse(json));
    return fields.success
      ? fields.data.map((each, index) => ({ name: each.name ?? `(${index + 1})`, type: typeOf(each) }))
      : undefined;
  } catch {
    return undefined;
  }
}

function typeOf(each: z.output<typeof field>): string {
  const tensor = each['tensor-spec'];
  const type =
    tensor === undefined ? (each.type ?? 'unknown type') : `${tensor.dtype} [${tensor.shape.join(', ')}]`;
  return each.required === false ? `${type}, optional` : type;
}
