import { z } from 'zod';
import { mlflowErrorSchema, toRpcPaths } from './mlflow/rpc-openapi.ts';
import { mlflowRpcs } from './mlflow/rpcs.ts';
import { changesWorkspace, type Operation } from './operation.ts';
import { type ProblemCode, problemStatus } from './problem.ts';
import { problemBody, problemMediaType } from './reply.ts';

type Json = Readonly<Record<string, unknown>>;

/** The OpenAPI 3.1 description of the operations, in the order given, and of MLflow's calls. */
export function toOpenApi(operations: readonly Operation[], version: string): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const operation of operations) {
    const path = (paths[operation.path] ??= {});
    path[operation.method.toLowerCase()] = toOperationObject(operation);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Atelier',
      version,
      description:
        'The operations of the studio. Runs are logged over MLflow’s REST API, which the same server speaks under /api/2.0/mlflow.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths: { ...paths, ...toRpcPaths(mlflowRpcs) },
    components: { schemas: { Problem: toSchema(problemBody), MlflowError: mlflowErrorSchema } },
  };
}

function toOperationObject(operation: Operation): Json {
  const failures = new Set<ProblemCode>(['invalid-input', 'forbidden', ...(operation.problems ?? [])]);
  if (changesWorkspace(operation)) failures.add('conflict');
  const parameters = [...toParameters(operation.params, 'path'), ...toParameters(operation.query, 'query')];
  return {
    operationId: operation.id,
    summary: operation.summary,
    tags: [operation.id.split('.', 1)[0]],
    // Not a standard field: the least role in the workspace that may call this.
    'x-who': operation.who,
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(operation.body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: toSchema(operation.body) } },
          },
        }),
    responses: {
      200: { description: 'Done.', ...toContent(operation) },
      ...Object.fromEntries(
        [...new Set([...failures].map((code) => problemStatus[code]))].map((status) => [
          status,
          {
            description: [...failures].filter((code) => problemStatus[code] === status).join(', '),
            content: { [problemMediaType]: { schema: { $ref: '#/components/schemas/Problem' } } },
          },
        ]),
      ),
    },
  };
}

function toContent(operation: Operation): Json {
  const schema = operation.answer === undefined ? {} : toSchema(operation.answer);
  switch (operation.kind ?? 'json') {
    case 'json':
      return { content: { 'application/json': { schema } } };
    case 'events':
      return { content: { 'text/event-stream': { schema } } };
    case 'bytes':
      return { content: { 'application/octet-stream': {} } };
  }
}

function toParameters(schema: z.ZodObject | undefined, where: 'path' | 'query'): Json[] {
  if (schema === undefined) return [];
  return Object.entries<z.core.$ZodType>(schema.shape).map(([name, field]) => ({
    name,
    in: where,
    required: where === 'path' || !z.safeParse(field, undefined).success,
    schema: toSchema(field),
  }));
}

/** The wire side of a schema. */
function toSchema(schema: z.core.$ZodType): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return rest;
}
