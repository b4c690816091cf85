import type { Direction } from '#domain/metric/direction.ts';
import { createContext, useContext } from 'react';
import type { MetricDirections } from '#studio/metric/use-metric-directions.ts';

export interface CompareDirections {
  readonly directions: MetricDirections;
  readonly onSet: (metric: string, direction: Direction | null) => void;
}

const DirectionsContext = createContext<CompareDirections | undefined>(undefined);

export const DirectionsProvider = DirectionsContext.Provider;

/** Which way metrics are better, asked for once for the page. */
export function useCompareDirections(): CompareDirections {
  const found = useContext(DirectionsContext);
  if (found === undefined) throw new Error('A comparison needs a <DirectionsProvider> above it.');
  return found;
}
