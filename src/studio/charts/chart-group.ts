import { type RunMark, toRunMark } from '#domain/colour/run-marks.ts';

/** Runs that are drawn as one line with a band around it. */
export interface ChartGroup {
  readonly id: string;
  readonly name: string;
  /** All its members, also those hidden: what is told of a group must not depend on what is looked at. */
  readonly runIds: readonly string[];
  readonly mark: RunMark;
  readonly baseline: boolean;
}

interface Grouped {
  readonly id: string;
  /** What sets it apart, by key. */
  readonly given: readonly (readonly [key: string, text: string])[];
  readonly runIds: readonly string[];
  readonly isBaseline: boolean;
}

/** Groups with their colours, by their order. */
export function toChartGroups(groups: readonly Grouped[]): readonly ChartGroup[] {
  return groups.map(({ id, given, runIds, isBaseline }, index) => ({
    id,
    name: given.length === 0 ? 'All runs' : given.map(([key, text]) => `${key}=${text}`).join(' '),
    runIds,
    mark: toRunMark({ mark: index, colour: null }),
    baseline: isBaseline,
  }));
}
