import { createNetwork, descend, evaluate, type Network, rowOf, type Score } from './network.ts';
import { createRandom } from './random.ts';
import { splitTable, type Table } from './table.ts';
import { parseHiddenUnits, type Trial } from './trial.ts';

export interface Epoch {
  readonly epoch: number;
  readonly train: Score;
  readonly validation: Score;
  readonly learningRate: number;
}

export interface Trained {
  readonly network: Network;
  readonly validation: Score;
}

/** Trains one model, giving each epoch's scores as they come. Throws where the trial's settings make no sense. */
export function* train(table: Table, trial: Trial): Generator<Epoch, Trained> {
  const split = splitTable(table, trial.seed);
  const random = createRandom(trial.seed + 1);
  const hidden = parseHiddenUnits(trial.hiddenUnits);
  const network = createNetwork([table.features.length, ...hidden, table.classes.length], random);
  let validation = evaluate(network, split.validation, table.classes.length);
  for (let epoch = 0; epoch < trial.epochs; epoch += 1) {
    const learningRate = trial.learningRate * (trial.schedule === 'cosine' ? cosine(epoch, trial.epochs) : 1);
    for (let step = 0; step < split.train.count; step += 1) {
      const index = Math.floor(random() * split.train.count);
      descend(network, rowOf(split.train, index), split.train.labels[index] ?? 0, { ...trial, learningRate });
    }
    validation = evaluate(network, split.validation, table.classes.length);
    yield { epoch, train: evaluate(network, split.train, table.classes.length), validation, learningRate };
  }
  return { network, validation };
}

/** From one down to nearly zero. */
function cosine(epoch: number, epochs: number): number {
  return 0.5 * (1 + Math.cos((Math.PI * epoch) / epochs));
}
