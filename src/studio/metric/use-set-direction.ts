import { listMetricSettings, type MetricSetting, setMetricDirection } from '#contract/metric-settings.ts';
import type { AnswerOf } from '#contract/operation.ts';
import { type Direction, guessDirection } from '#domain/metric/direction.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useOperationMutation } from '../query/operation-mutation.ts';
import { operationKey } from '../query/operation-query.ts';
import { describeError } from '../ui/error-state.tsx';
import { toast } from '../ui/toast.store.ts';
import { directionWords } from './direction-words.model.ts';

type Settings = AnswerOf<typeof listMetricSettings>;

/** Says which way a metric is better (`null`: as its name lets one expect): seen at once, and can be undone. */
export function useSetDirection(workspace: string): (key: string, direction: Direction | null) => void {
  const queries = useQueryClient();
  const change = useOperationMutation(setMetricDirection, [listMetricSettings]);
  const cached = operationKey(listMetricSettings, { params: { workspace } });

  async function set(key: string, direction: Direction | null, offersUndo: boolean): Promise<void> {
    const before = queries.getQueryData<Settings>(cached);
    if (before !== undefined) queries.setQueryData<Settings>(cached, withDirection(before, key, direction));
    try {
      const done = await change.mutateAsync({ params: { workspace }, body: { key, direction } });
      const back = done.before?.direction ?? null;
      toast({
        message: `${key}: ${directionWords[direction ?? guessDirection(key)]}.`,
        ...(offersUndo ? { undo: () => void set(key, back, false) } : {}),
      });
    } catch (error) {
      queries.setQueryData(cached, before);
      toast({ kind: 'failed', message: describeError(error) });
    }
  }
  return (key, direction) => void set(key, direction, true);
}

function withDirection({ settings }: Settings, key: string, direction: Direction | null): Settings {
  const others = settings.filter((each) => each.key !== key);
  const known = settings.find((each) => each.key === key);
  if (direction === null) return { settings: others };
  const set: MetricSetting = { unit: null, setBy: '', setAtMs: 0, ...known, key, direction };
  return { settings: [...others, set] };
}
