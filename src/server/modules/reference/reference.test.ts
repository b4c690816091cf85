import { mlflowRpcs } from '#contract/mlflow/rpcs.ts';
import { toOpenApi } from '#contract/openapi.ts';
import { operations } from '#contract/operations.ts';
import { describe, expect, it } from 'vitest';
import { toReferencePage } from './reference-page.ts';

const text = JSON.stringify(toOpenApi(operations, '1.2.3'));

describe('the OpenAPI document', () => {
  it('holds every operation and every MLflow call, each under an id of its own', () => {
    const ids = [...text.matchAll(/"operationId":"([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id } of operations) expect(ids).toContain(id);
    const calls = mlflowRpcs.reduce((sum, rpc) => sum + rpc.methods.length, 0);
    expect(ids.length).toBe(operations.length + calls);
  });

  it('says who may call each', () => {
    const spoken = [...text.matchAll(/"x-who":"(\w+)"/g)].length;
    expect(spoken).toBe([...text.matchAll(/"operationId"/g)].length);
  });

  it('names only schemas that it defines', () => {
    for (const [, name] of text.matchAll(/#\/components\/schemas\/(\w+)/g))
      expect(text).toContain(`"${name}":{`);
  });
});

describe('the reference page', () => {
  it('names every path and runs no script', () => {
    const page = toReferencePage(operations, '1.2.3');
    for (const { path } of operations) expect(page).toContain(path);
    expect(page).not.toContain('<script');
  });
});
