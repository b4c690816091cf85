import type { SqlValue } from '#server/ports/database.ts';

/** A piece of SQL with its parameters. */
export interface SqlPart {
  readonly sql: string;
  readonly params: readonly SqlValue[];
}

export function part(sql: string, ...params: readonly SqlValue[]): SqlPart {
  return { sql, params };
}

export function join(parts: readonly SqlPart[], separator: string): SqlPart {
  return { sql: parts.map((each) => each.sql).join(separator), params: parts.flatMap((each) => each.params) };
}

/** All of them; true where there is none. */
export function and(parts: readonly SqlPart[]): SqlPart {
  return parts.length === 0 ? part('1 = 1') : join(parts, ' AND ');
}

export function marks(count: number): string {
  return Array.from({ length: count }, () => '?').join(', ');
}

export const always = part('1 = 1');
export const never = part('1 = 0');
