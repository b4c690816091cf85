/** A member's finite points at places of the common grid, in rising x. */
export interface GroupMember {
  readonly xs: Float64Array;
  readonly mean: Float64Array;
  readonly min: Float64Array;
  readonly max: Float64Array;
}

/**
 * What a member counts with where it has no point: `exact`: it does not count. `nearest`: with its nearest place not
 * farther than `tolerance`, of two equally near the earlier. `linear`: on the straight line between its places before
 * and after, never beyond its ends.
 */
export type GroupRule =
  | { readonly kind: 'exact' }
  | { readonly kind: 'nearest'; readonly tolerance: number }
  | { readonly kind: 'linear' };

/** A member on the places of a group; NaN where it does not count. Its places are all among them. */
export function placeMember(
  member: GroupMember,
  places: Float64Array,
  rule: GroupRule,
): Omit<GroupMember, 'xs'> {
  const placed = {
    mean: new Float64Array(places.length).fill(Number.NaN),
    min: new Float64Array(places.length).fill(Number.NaN),
    max: new Float64Array(places.length).fill(Number.NaN),
  };
  let after = 0;
  for (let at = 0; at < places.length; at += 1) {
    const x = places[at] ?? 0;
    while (after < member.xs.length && (member.xs[after] ?? 0) < x) after += 1;
    for (const name of ['mean', 'min', 'max'] as const)
      placed[name][at] = valueAt(member.xs, member[name], { x, after }, rule);
  }
  return placed;
}

/** A place, and the first of the member's own that does not lie before it. */
interface Place {
  readonly x: number;
  readonly after: number;
}

function valueAt(xs: Float64Array, values: Float64Array, { x, after }: Place, rule: GroupRule): number {
  const none = Number.NaN;
  if (xs[after] === x) return values[after] ?? none;
  if (rule.kind === 'exact') return none;
  const [fromBefore, toAfter] = [x - (xs[after - 1] ?? -Infinity), (xs[after] ?? Infinity) - x];
  if (rule.kind === 'nearest') {
    if (Math.min(fromBefore, toAfter) > rule.tolerance) return none;
    return values[fromBefore <= toAfter ? after - 1 : after] ?? none;
  }
  if (!Number.isFinite(fromBefore + toAfter)) return none;
  const share = fromBefore / (fromBefore + toAfter);
  return (values[after - 1] ?? none) * (1 - share) + (values[after] ?? none) * share;
}
