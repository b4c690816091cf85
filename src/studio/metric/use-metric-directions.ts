import { listMetricSettings, type MetricSetting } from '#contract/metric-settings.ts';
import { type Direction, guessDirection } from '#domain/metric/direction.ts';
import { useMemo } from 'react';
import { useOperation } from '../query/operation-query.ts';

export interface MetricDirections {
  /** As somebody said, else as the name lets one expect. */
  readonly directionOf: (key: string) => Direction;
  /** Where one was given. */
  readonly unitOf: (key: string) => string | undefined;
  /** What somebody said, and who; absent where the direction is a guess. */
  readonly settingOf: (key: string) => MetricSetting | undefined;
}

/** Which way each metric of a workspace is better. Changes only when somebody sets one. */
export function useMetricDirections(workspace: string): MetricDirections {
  const { data } = useOperation(
    listMetricSettings,
    { params: { workspace } },
    // Live events tell of every change.
    { staleTime: 5 * 60_000 },
  );
  return useMemo(() => toDirections(data?.settings ?? []), [data]);
}

/** Guesses are kept: a table asks for the same keys again and again. */
export function toDirections(settings: readonly MetricSetting[]): MetricDirections {
  const known = new Map(settings.map((setting) => [setting.key, setting]));
  const guessed = new Map<string, Direction>();
  return {
    directionOf(key) {
      const found = known.get(key)?.direction ?? guessed.get(key) ?? guessDirection(key);
      guessed.set(key, found);
      return found;
    },
    unitOf: (key) => known.get(key)?.unit ?? undefined,
    settingOf: (key) => known.get(key),
  };
}
