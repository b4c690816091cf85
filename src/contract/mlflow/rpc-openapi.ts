import type { Field, Fields, Rpc } from './rpc.ts';

type Json = Readonly<Record<string, unknown>>;

/** MLflow's calls as paths of an OpenAPI document, for the default workspace. */
export function toRpcPaths(rpcs: readonly Rpc[]): Record<string, Record<string, Json>> {
  const paths: Record<string, Record<string, Json>> = {};
  for (const rpc of rpcs) {
    const path = (paths[`/api/${rpc.major}/mlflow${rpc.path}`] ??= {});
    for (const method of rpc.methods) path[method.toLowerCase()] = toOperationObject(rpc, method);
  }
  return paths;
}

function toOperationObject(rpc: Rpc, method: string): Json {
  const inPath = [...rpc.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const others = Object.fromEntries(Object.entries(rpc.fields).filter(([name]) => !inPath.includes(name)));
  return {
    operationId: rpc.methods.length === 1 ? rpc.id : `${rpc.id}.${method.toLowerCase()}`,
    summary: rpc.summary,
    tags: ['mlflow'],
    'x-who': rpc.who,
    parameters: [
      ...inPath.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
      ...(method === 'GET' ? toQuery(others) : []),
      { name: 'X-MLFLOW-WORKSPACE', in: 'header', required: false, schema: { type: 'string' } },
    ],
    ...(method === 'GET'
      ? {}
      : { requestBody: { content: { 'application/json': { schema: toObject(others) } } } }),
    responses: {
      [rpc.status ?? 200]: { description: 'As MLflow answers it.', content: { 'application/json': {} } },
      default: {
        description: 'A failure, as MLflow tells it.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/MlflowError' } } },
      },
    },
  };
}

export const mlflowErrorSchema: Json = {
  type: 'object',
  required: ['error_code', 'message'],
  properties: { error_code: { type: 'string' }, message: { type: 'string' } },
};

function toQuery(fields: Fields): Json[] {
  return Object.entries(fields).map(([name, field]) => ({
    name,
    in: 'query',
    required: field.required === true,
    schema: toSchema(field),
  }));
}

/** The JSON object whose properties are these fields. */
export function toObject(fields: Fields): Json {
  const required = Object.keys(fields).filter((name) => fields[name]?.required === true);
  return {
    type: 'object',
    ...(required.length === 0 ? {} : { required }),
    properties: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, toSchema(field)])),
  };
}

function toSchema(field: Field): Json {
  switch (field.kind) {
    case 'text':
      return { type: 'string' };
    case 'int64':
      return { type: ['integer', 'string'], format: 'int64' };
    case 'double':
      return { type: ['number', 'string'] };
    case 'flag':
      return { type: 'boolean' };
    case 'choice':
      return { type: 'string', enum: field.words };
    case 'texts':
      return { type: 'array', items: { type: 'string' } };
    case 'message':
      return toObject(field.fields);
    case 'messages':
      return { type: 'array', items: toObject(field.fields) };
  }
}
