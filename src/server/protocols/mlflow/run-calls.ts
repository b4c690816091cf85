import * as table from '#contract/mlflow/runs.ts';
import { runStatus } from '#contract/runs.ts';
import type { Tag } from '#server/modules/experiments/experiments.types.ts';
import { runNameTag } from '#server/modules/runs/runs.types.ts';
import { bind, type BoundRpc } from './bound-rpc.ts';
import { toTags } from './experiment-calls.ts';
import { MlflowFailure } from './failure.ts';
import { checkKey, cut, maxTagValueLength } from './names.ts';
import { writeRun, writeRunInfo, writeTags } from './run-json.ts';

/** Each is written by itself, and all other writes wait meanwhile. */
const maxTags = 1000;

/** The furthest from 1970 that a date can be, in milliseconds. */
const maxTimeMs = 8_640_000_000_000_000;

/** Refuses what is no time on any calendar: nobody could show it. */
function toTime(value: number | bigint | undefined, name: string): number | undefined {
  if (value === undefined || (typeof value === 'number' && Math.abs(value) <= maxTimeMs)) return value;
  throw new MlflowFailure(
    'INVALID_PARAMETER_VALUE',
    `Invalid value ${value} for parameter '${name}' supplied: It must be a time in milliseconds since 1970 (UTC), between -${maxTimeMs} and ${maxTimeMs}.`,
  );
}

/** The run's name, which the field and the tag `mlflow.runName` must agree on. */
function nameOf(runName: string | undefined, tags: readonly Tag[]): string | undefined {
  const tagged = tags.find((tag) => tag.key === runNameTag)?.value;
  if (runName !== undefined && runName !== '' && tagged !== undefined && tagged !== runName) {
    throw new MlflowFailure(
      'INVALID_PARAMETER_VALUE',
      `Both 'run_name' argument and 'mlflow.runName' tag are specified, but with different values (run_name='${runName}', mlflow.runName='${tagged}').`,
    );
  }
  return runName === undefined || runName === '' ? tagged : runName;
}

function readRunTags(
  pairs: readonly { readonly key: string; readonly value: string | undefined }[],
): readonly Tag[] {
  if (pairs.length > maxTags) {
    throw new MlflowFailure(
      'INVALID_PARAMETER_VALUE',
      `A run can be created with at most ${maxTags} tags. Got ${pairs.length} tags.`,
    );
  }
  const tags = toTags(pairs).map(({ key, value }, index) => {
    checkKey(key, `tags[${index}].key`, `tags[${index}].key`);
    return { key, value: cut(value, maxTagValueLength) };
  });
  const keys = new Set<string>();
  for (const { key } of tags) {
    if (keys.has(key)) throw new MlflowFailure('BAD_REQUEST', `The tag '${key}' is given more than once.`);
    keys.add(key);
  }
  return tags;
}

export const runCalls: readonly BoundRpc[] = [
  bind(table.createRun, async (input, { services, workspace, caller }) => {
    const tags = readRunTags(input.tags);
    const startedAtMs = toTime(input.start_time, 'start_time');
    const name = nameOf(input.run_name, tags);
    const record = await services.runs.create(
      workspace,
      {
        experimentId: input.experiment_id,
        name: name === undefined || name === '' ? undefined : cut(name, maxTagValueLength),
        userId: input.user_id,
        // MLflow's clients send 0 for "now".
        startedAtMs: startedAtMs === 0 ? undefined : startedAtMs,
        tags: tags.filter((tag) => tag.key !== runNameTag),
      },
      caller.actor,
    );
    const named = { key: runNameTag, value: record.name };
    const shown = [...tags.filter((tag) => tag.key !== runNameTag), named];
    return `{"run":{"info":${writeRunInfo(record)},"data":{"tags":[${writeTags(shown).join(',')}]}}}`;
  }),

  bind(table.getRun, async (input, { services, workspace }) => {
    const { record, data } = await services.runs.find(workspace, input.run_id);
    return `{"run":${writeRun(record, data)}}`;
  }),

  bind(table.updateRun, async (input, { services, workspace, caller }) => {
    const name = input.run_name === '' ? undefined : input.run_name;
    const record = await services.runs.change(
      workspace,
      input.run_id,
      {
        name: name === undefined ? undefined : cut(name, maxTagValueLength),
        status: input.status === undefined ? undefined : runStatus.parse(input.status),
        endedAtMs: toTime(input.end_time, 'end_time'),
      },
      caller.actor,
    );
    return `{"run_info":${writeRunInfo(record)}}`;
  }),

  bind(table.deleteRun, async (input, { services, workspace, caller }) => {
    await services.runs.remove(workspace, [input.run_id], caller.actor);
    return {};
  }),

  bind(table.restoreRun, async (input, { services, workspace, caller }) => {
    await services.runs.restore(workspace, [input.run_id], caller.actor);
    return {};
  }),

  bind(table.deleteTag, async (input, { services, workspace, caller }) => {
    await services.runs.deleteTag(workspace, input.run_id, input.key, caller.actor);
    return {};
  }),
];
