import type { BoundRpc } from './bound-rpc.ts';

export interface FoundCall {
  /** Absent where the path is known, but not with this method. */
  readonly bound: BoundRpc | undefined;
  /** Parameters of the path, still percent-encoded. */
  readonly params: Readonly<Record<string, string>>;
}

export type CallTable = (method: string, path: string) => FoundCall | undefined;

interface Pattern {
  readonly segments: readonly string[];
  readonly byMethod: Map<string, BoundRpc>;
}

const noParams: Readonly<Record<string, string>> = {};

/** Finds calls by method and path (below `/api/<major>/mlflow`); those without parameters by one look into a map. */
export function createCallTable(calls: readonly BoundRpc[]): CallTable {
  const byPath = new Map<string, Pattern>();
  for (const bound of calls) {
    const { path, methods } = bound.rpc;
    const pattern = byPath.get(path) ?? {
      segments: path.slice(1).split('/'),
      byMethod: new Map<string, BoundRpc>(),
    };
    byPath.set(path, pattern);
    for (const method of methods) pattern.byMethod.set(method, bound);
  }
  const patterns = [...byPath.values()].filter(({ segments }) =>
    segments.some((each) => each.startsWith('{')),
  );
  return (method, path) => {
    const exact = byPath.get(path);
    if (exact !== undefined) return { bound: exact.byMethod.get(method), params: noParams };
    const parts = path.slice(1).split('/');
    for (const pattern of patterns) {
      const params = matchSegments(pattern.segments, parts);
      if (params !== undefined) return { bound: pattern.byMethod.get(method), params };
    }
    return undefined;
  };
}

function matchSegments(
  segments: readonly string[],
  parts: readonly string[],
): Readonly<Record<string, string>> | undefined {
  if (segments.length !== parts.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const part = parts[index] ?? '';
    if (!segment.startsWith('{')) {
      if (segment !== part) return undefined;
    } else if (part === '') return undefined;
    else params[segment.slice(1, -1)] = part;
  }
  return params;
}
