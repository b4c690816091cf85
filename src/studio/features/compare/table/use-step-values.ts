import { readRunColumns, type RunColumn } from '#contract/run-columns.ts';
import type { AnswerOf } from '#contract/operation.ts';
import { printTerm } from '#domain/filter/filter-print.ts';
import { useQueries } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useClient } from '#studio/query/client-context.ts';
import { operationQuery } from '#studio/query/operation-query.ts';
import type { MetricChoice } from '../compare-view.model.ts';
import type { StepValues } from './metric-rows.model.ts';

interface Asked {
  readonly workspace: string;
  readonly runs: readonly { readonly runId: string }[];
  readonly metrics: readonly string[];
  readonly value: MetricChoice;
}

/** Metrics that one call asks for. */
const atOnce = 200;

type Columns = AnswerOf<typeof readRunColumns>;

/** What the runs' metrics were at a step, where the choice is one; absent until the first answer. */
export function useStepValues({ workspace, runs, metrics, value }: Asked): StepValues | undefined {
  const client = useClient();
  const step = typeof value === 'object' ? value.step : undefined;
  const portions = useMemo(() => (step === undefined ? [] : chunk(metrics, atOnce)), [metrics, step]);
  const runIds = useMemo(() => runs.map((run) => run.runId), [runs]);
  const combine = useCallback(
    (answers: readonly { readonly data: Columns | undefined }[]) =>
      toStepValues(answers.map(({ data }, index) => ({ data, keys: portions[index] ?? [] }))),
    [portions],
  );
  return useQueries({
    queries: portions.map((keys) =>
      operationQuery(client, readRunColumns, {
        params: { workspace },
        body: {
          runIds,
          terms: keys.map((key) =>
            printTerm({ field: { entity: 'metric', key }, summary: 'at', step: step ?? 0 }),
          ),
        },
      }),
    ),
    combine,
  });
}

function toStepValues(
  answers: readonly { readonly data: Columns | undefined; readonly keys: readonly string[] }[],
): StepValues | undefined {
  const found = new Map<string, Map<string, number>>();
  for (const { data, keys } of answers) {
    for (const [index, { runId }] of (data?.runs ?? []).entries()) {
      const ofRun = found.get(runId) ?? new Map<string, number>();
      found.set(runId, ofRun);
      for (const [place, key] of keys.entries()) {
        const value = valueAt(data?.columns[place], index);
        if (value !== undefined) ofRun.set(key, value);
      }
    }
  }
  return found;
}

function valueAt(column: RunColumn | undefined, index: number): number | undefined {
  const value = column?.values[index];
  return value === null || value === undefined ? undefined : Number(value);
}

function chunk<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_none, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
