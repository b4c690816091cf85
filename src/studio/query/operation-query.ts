import type { Client } from '#client/call.ts';
import type { AnswerOf, InputOf, Operation, OperationShape } from '#contract/operation.ts';
import type { Problem } from '#contract/problem.ts';
import {
  keepPreviousData,
  queryOptions,
  type UseQueryOptions,
  type UseQueryResult,
  useQuery,
} from '@tanstack/react-query';
import { useClient } from './client-context.ts';

type OperationKey = readonly [id: string, input: unknown];

/**
 * The query key of an operation's answer: `[operation.id, input]`. Without an input it is the beginning of the
 * keys of all its answers, for invalidation.
 */
export function operationKey(operation: Operation, input?: unknown): readonly unknown[] {
  return input === undefined ? [operation.id] : [operation.id, input];
}

/** Query options of a call, for loaders, hooks and invalidation alike. */
export function operationQuery<S extends OperationShape>(
  client: Client,
  operation: Operation<S>,
  input: InputOf<S>,
) {
  return queryOptions<AnswerOf<S>, Problem, AnswerOf<S>, OperationKey>({
    queryKey: [operation.id, input],
    queryFn: ({ signal }) => client.call(operation, input, signal),
  });
}

type QueryTuning<S> = Pick<
  UseQueryOptions<AnswerOf<S>, Problem, AnswerOf<S>, OperationKey>,
  'enabled' | 'refetchInterval' | 'staleTime'
> & {
  /** Show the answer to the previous input until the new one is there (`isPlaceholderData` says so). */
  readonly keepPrevious?: boolean;
};

/** Calls an operation and keeps its answer fresh. Errors are always a `Problem`. */
export function useOperation<S extends OperationShape>(
  operation: Operation<S>,
  input: InputOf<S>,
  { keepPrevious = false, ...tuning }: QueryTuning<S> = {},
): UseQueryResult<AnswerOf<S>, Problem> {
  const client = useClient();
  return useQuery({
    ...operationQuery(client, operation, input),
    ...tuning,
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
}
