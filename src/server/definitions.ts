import * as audit from './modules/audit/audit.queries.ts';
import * as sample from './modules/sample/sample.queries.ts';
import * as workspaces from './modules/workspaces/workspaces.queries.ts';
import type { ReadDefinition, WriteDefinition } from './ports/database.ts';

export type AnyDefinition = ReadDefinition<never, unknown> | WriteDefinition<never, unknown>;

/** Every read and write by name, so that a database thread can find what the main thread asks for. */
export const definitions: ReadonlyMap<string, AnyDefinition> = collect([sample, audit, workspaces]);

function collect(modules: readonly object[]): ReadonlyMap<string, AnyDefinition> {
  const found = new Map<string, AnyDefinition>();
  for (const value of modules.flatMap((module) => Object.values(module) as unknown[])) {
    if (!isDefinition(value)) continue;
    if (found.has(value.name)) throw new Error(`Two database definitions are named "${value.name}".`);
    found.set(value.name, value);
  }
  return found;
}

function isDefinition(value: unknown): value is AnyDefinition {
  return typeof value === 'object' && value !== null && 'work' in value && 'kind' in value && 'name' in value;
}
