import type { AnswerOf, InputOf, Operation, OperationShape } from '#contract/operation.ts';
import type { Problem } from '#contract/problem.ts';
import { useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { useClient } from './client-context.ts';
import { operationKey } from './operation-query.ts';

/**
 * A write. When it has succeeded, every answer of the operations in `refreshes` is asked for again, and only then
 * does `mutateAsync` resolve.
 */
export function useOperationMutation<S extends OperationShape>(
  operation: Operation<S>,
  refreshes: readonly Operation[] = [],
): UseMutationResult<AnswerOf<S>, Problem, InputOf<S>> {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation<AnswerOf<S>, Problem, InputOf<S>>({
    mutationKey: [operation.id],
    mutationFn: (input) => client.call(operation, input),
    onSuccess: async () => {
      await Promise.all(
        refreshes.map(async (each) => queries.invalidateQueries({ queryKey: operationKey(each) })),
      );
    },
  });
}
