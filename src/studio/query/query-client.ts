import { Problem } from '#contract/problem.ts';
import { QueryClient } from '@tanstack/react-query';

const retried: ReadonlySet<string> = new Set(['unavailable', 'too-many-requests']);

/** The cache of what the server knows. Live events say what to ask again, so nothing is polled on focus. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        gcTime: 5 * 60_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < 2 && error instanceof Problem && retried.has(error.code),
        // The server is usually on this very machine: what the browser thinks of the network does not matter.
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
}
