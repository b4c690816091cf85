import { type GroupColumn, groupColumns, type GroupLine } from './group-lines.ts';
import { openColumns, packColumns, readColumn } from './packed-columns.ts';
import { packText, unpackText } from './packed-text.ts';

/** A group's line, and of whom it is made. */
export interface AnsweredGroup {
  readonly line: GroupLine;
  /** Runs that have the metric within the bounds. */
  readonly members: number;
  /** Runs of the group that have not. */
  readonly withoutMetric: readonly string[];
  /** Runs of the group that the workspace does not have. */
  readonly missing: readonly string[];
  /** Points of the members within the bounds that are not finite: they count nowhere. */
  readonly oddPoints: number;
}

/**
 * Groups as bytes, `application/vnd.atelier.groups`: `u32` length of the header, the header (JSON text as
 * packed-text.ts writes it), then from a multiple of 8 bytes on the packed columns of group after group.
 */
export interface GroupsAnswer {
  /** How much of x one place covers; its x is the middle, with a width of 1 the very x. */
  readonly width: number;
  /** In the order asked for. */
  readonly groups: readonly AnsweredGroup[];
}

type Head = Omit<AnsweredGroup, 'line'> & { readonly length: number };

export function encodeGroups({ width, groups }: GroupsAnswer): Uint8Array<ArrayBuffer> {
  const bodies = groups.map(({ line }) => packColumns(groupColumns.map((name) => line[name])));
  const heads = groups.map(({ line: _line, ...rest }, index): Head => ({
    ...rest,
    length: bodies[index]?.length ?? 0,
  }));
  const text = packText(JSON.stringify({ width, heads }));
  let at = bodiesStart(text.length);
  const bytes = new Uint8Array(bodies.reduce((sum, body) => sum + body.length, at));
  new DataView(bytes.buffer).setUint32(0, text.length, true);
  bytes.set(text, 4);
  for (const body of bodies) {
    bytes.set(body, at);
    at += body.length;
  }
  return bytes;
}

export function decodeGroups(bytes: Uint8Array): GroupsAnswer {
  const textLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by encodeGroups above
  const header = JSON.parse(unpackText(bytes.subarray(4, 4 + textLength))) as {
    width: number;
    heads: Head[];
  };
  let at = bodiesStart(textLength);
  const groups = header.heads.map(({ length, ...head }) => {
    const packed = openColumns(bytes.subarray(at, at + length));
    at += length;
    const entries = groupColumns.map((name, index) => [name, readColumn(packed, index)] as const);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the entries are all of groupColumns
    return { ...head, line: Object.fromEntries(entries) as Record<GroupColumn, Float64Array> };
  });
  return { width: header.width, groups };
}

function bodiesStart(textLength: number): number {
  return (4 + textLength + 7) & ~7;
}
