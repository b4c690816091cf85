import type { Network, Score } from './network.ts';
import type { Table } from './table.ts';
import type { ConsoleEntry, Metric, Pair, Tracking } from './tracking.ts';
import { train } from './train.ts';
import type { Trial } from './trial.ts';

export interface TrialLog {
  readonly tracking: Tracking;
  readonly experimentId: string;
  readonly table: Table;
  readonly trial: Trial;
  readonly user: string;
  /** The time that a record made now should carry, in UTC milliseconds. */
  readonly nowMs: () => number;
  /** How many epochs go into one logging call. */
  readonly epochsPerCall: number;
}

/** Trains one trial and logs it as it goes. A trial that throws ends as a failed run with its traceback. */
export async function logTrial(log: TrialLog): Promise<string> {
  const { tracking, trial, table } = log;
  const { runId, artifactFolder } = await tracking.startRun({
    experimentId: log.experimentId,
    name: trial.name,
    startTimeMs: log.nowMs(),
    tags: [
      { key: 'mlflow.user', value: log.user },
      { key: 'mlflow.source.name', value: 'src/sample/train.ts' },
      { key: 'mlflow.source.type', value: 'LOCAL' },
      { key: 'family', value: trial.family },
      ...machineTags(),
    ],
  });
  await tracking.logBatch(runId, { params: toParams(trial) });
  await tracking.logDataset(runId, toDataset(table));
  const lines: ConsoleEntry[] = [];
  let told = 0;
  let waiting: Metric[] = [];
  const say = (text: string, atMs: number, stream: ConsoleEntry['stream'] = 'stdout'): void => {
    lines.push({ text, stream, atMs });
  };
  const tell = async (): Promise<void> => {
    if (lines.length > told) await tracking.logConsole(runId, lines.slice(told));
    told = lines.length;
  };
  try {
    const steps = train(table, trial);
    let step = steps.next();
    while (step.done !== true) {
      const { epoch, train: fit, validation, learningRate } = step.value;
      const atMs = log.nowMs();
      say(
        describeEpoch(epoch, fit.loss, validation.loss),
        atMs,
        Number.isFinite(fit.loss) ? 'stdout' : 'stderr',
      );
      const values = {
        'train/loss': fit.loss,
        'train/accuracy': fit.accuracy,
        'val/loss': validation.loss,
        'val/accuracy': validation.accuracy,
        learning_rate: learningRate,
      };
      waiting.push(...toMetrics(values, epoch, atMs));
      if ((epoch + 1) % log.epochsPerCall === 0) {
        await tracking.logBatch(runId, { metrics: waiting });
        await tell();
        waiting = [];
      }
      step = steps.next();
    }
    await tracking.logBatch(runId, { metrics: waiting });
    await tell();
    const { network, validation } = step.value;
    await tracking.logArtifact(artifactFolder, 'model/weights.json', toWeightsJson(network));
    await tracking.logArtifact(artifactFolder, 'confusion-matrix.csv', toConfusionCsv(table, validation));
    await tracking.endRun(runId, 'FINISHED', log.nowMs());
  } catch (error) {
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    await tracking.logArtifact(artifactFolder, 'traceback.txt', `${withoutFolders(trace)}\n`);
    say(withoutFolders(trace), log.nowMs(), 'stderr');
    await tell();
    await tracking.logBatch(runId, { tags: [{ key: 'error', value: String(error).slice(0, 8000) }] });
    await tracking.endRun(runId, 'FAILED', log.nowMs());
  }
  return runId;
}

/** A line as trainings print it; numbers that are none stand out in a terminal's red. */
function describeEpoch(epoch: number, loss: number, validationLoss: number): string {
  const text = `epoch ${epoch} loss ${loss.toFixed(4)} val_loss ${validationLoss.toFixed(4)}`;
  return Number.isFinite(loss) ? text : `\u001b[31mERROR\u001b[0m ${text}: the loss is no number any more`;
}

/** Where this machine keeps the program is nobody's business. */
function withoutFolders(trace: string): string {
  return trace.replaceAll(/(?:file|https?):\/\/\S*?\/(?=src\/)/g, '').replaceAll(/\(\/\S*?\/(?=src\/)/g, '(');
}

/** What the training runs on, as far as the program can know. */
function machineTags(): readonly Pair[] {
  const { userAgent, hardwareConcurrency } = navigator;
  return [
    { key: 'env.runtime', value: userAgent },
    { key: 'env.cpu_threads', value: String(hardwareConcurrency) },
  ];
}

function toParams(trial: Trial) {
  const params = {
    family: trial.family,
    hidden_units: trial.hiddenUnits,
    learning_rate: trial.learningRate,
    momentum: trial.momentum,
    weight_decay: trial.weightDecay,
    schedule: trial.schedule,
    epochs: trial.epochs,
    seed: trial.seed,
  };
  return Object.entries(params).map(([key, value]) => ({ key, value: String(value) }));
}

function toMetrics(values: Readonly<Record<string, number>>, step: number, timestamp: number): Metric[] {
  return Object.entries(values).map(([key, value]) => ({ key, value, step, timestamp }));
}

function toDataset(table: Table): Record<string, string> {
  const columns = [
    ...table.features.map((name) => ({ type: 'double', name })),
    { type: 'long', name: 'class' },
  ];
  return {
    name: table.name,
    digest: digestOf(table.csv),
    source_type: 'code',
    source: JSON.stringify({ tags: { 'mlflow.source.name': `src/sample/data/${table.name}.ts` } }),
    schema: JSON.stringify({ mlflow_colspec: columns }),
    profile: JSON.stringify({ num_rows: table.csv.split('\n').length, num_elements: columns.length }),
  };
}

/** FNV-1a of the text, as eight hex characters: a name for the content, not a seal. */
function digestOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}

function toWeightsJson(network: Network): string {
  const layers = network.map(({ inputs, outputs, weights, biases }) => ({
    inputs,
    outputs,
    weights: [...weights],
    biases: [...biases],
  }));
  return `${JSON.stringify({ activation: 'relu', output: 'softmax', layers }, null, 1)}\n`;
}

function toConfusionCsv(table: Table, score: Score): string {
  const lines = score.confusion.map((row, index) => [table.classes[index] ?? '', ...row].join(','));
  return `${[['true \\ predicted', ...table.classes].join(','), ...lines].join('\n')}\n`;
}
