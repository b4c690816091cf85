/** The settings of one training. */
export interface Trial {
  readonly name: string;
  readonly family: 'softmax' | 'mlp';
  /** Sizes of the hidden layers as a person writes them in a configuration: `16`, `16,8`, or empty for none. */
  readonly hiddenUnits: string;
  readonly learningRate: number;
  readonly momentum: number;
  readonly weightDecay: number;
  readonly schedule: 'constant' | 'cosine';
  readonly epochs: number;
  readonly seed: number;
}

/** Reads the hidden layers' sizes; a word that is no number is an error, as in any configuration. */
export function parseHiddenUnits(text: string): number[] {
  if (text === '') return [];
  return text.split(',').map((part) => {
    const units = Number(part);
    if (!Number.isInteger(units) || units < 1) {
      throw new TypeError(`hidden_units: expected whole numbers such as "16,8", got "${part}"`);
    }
    return units;
  });
}

const base = { momentum: 0.9, weightDecay: 0, schedule: 'constant', epochs: 60, seed: 7 } as const;

/** Two dozen trials: a grid, three seeds of the promising one, one that diverges, one that is misconfigured. */
export const trials: readonly Trial[] = [
  ...[0.0003, 0.001, 0.003, 0.01, 0.03].map((learningRate) => softmaxTrial(learningRate, 0)),
  ...[0.001, 0.01].map((learningRate) => softmaxTrial(learningRate, 0.01)),
  ...['4', '16'].flatMap((units) => [0.001, 0.003, 0.01].map((rate) => mlpTrial(units, rate, 'constant'))),
  ...['4', '16', '16,8'].flatMap((units) => [0.003, 0.01].map((rate) => mlpTrial(units, rate, 'cosine'))),
  ...[11, 23, 42].map((seed) => ({
    ...mlpTrial('16', 0.003, 'cosine'),
    seed,
    name: `mlp-16-lr0.003-seed${seed}`,
  })),
  { ...mlpTrial('16', 4, 'constant'), name: 'mlp-16-lr4-too-hot' },
  { ...mlpTrial('auto', 0.003, 'constant'), name: 'mlp-auto-units' },
];

function softmaxTrial(learningRate: number, weightDecay: number): Trial {
  const suffix = weightDecay === 0 ? '' : `-wd${weightDecay}`;
  const name = `softmax-lr${learningRate}${suffix}`;
  return { ...base, name, family: 'softmax', hiddenUnits: '', learningRate, weightDecay };
}

function mlpTrial(hiddenUnits: string, learningRate: number, schedule: Trial['schedule']): Trial {
  const name = `mlp-${hiddenUnits.replace(',', 'x')}-lr${learningRate}${schedule === 'cosine' ? '-cosine' : ''}`;
  return { ...base, name, family: 'mlp', hiddenUnits, learningRate, schedule };
}
