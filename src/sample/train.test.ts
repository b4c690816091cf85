import { describe, expect, it } from 'vitest';
import { iris } from './data/iris.ts';
import { wine } from './data/wine.ts';
import { splitTable } from './table.ts';
import { train, type Epoch, type Trained } from './train.ts';
import { parseHiddenUnits, trials, type Trial } from './trial.ts';

function trainWhole(trial: Trial, table = iris): { epochs: Epoch[]; trained: Trained } {
  const epochs: Epoch[] = [];
  const steps = train(table, trial);
  let step = steps.next();
  while (step.done !== true) {
    epochs.push(step.value);
    step = steps.next();
  }
  return { epochs, trained: step.value };
}

function trialNamed(name: string): Trial {
  const found = trials.find((trial) => trial.name === name);
  if (found === undefined) throw new Error(`no trial ${name}`);
  return found;
}

describe('the sample trainings', () => {
  it('are two dozen with names of their own', () => {
    expect(trials.length).toBe(24);
    expect(new Set(trials.map(({ name }) => name)).size).toBe(24);
  });

  it('learn the flowers and the wines', () => {
    expect(trainWhole(trialNamed('softmax-lr0.003')).trained.validation.accuracy).toBeGreaterThan(0.9);
    expect(trainWhole(trialNamed('mlp-16-lr0.003-cosine'), wine).trained.validation.accuracy).toBeGreaterThan(
      0.9,
    );
  });

  it('give the same curve twice', () => {
    const trial = { ...trialNamed('mlp-4-lr0.01'), epochs: 5 };
    expect(trainWhole(trial)).toEqual(trainWhole(trial));
  });

  it('have one that diverges', () => {
    const { epochs } = trainWhole(trialNamed('mlp-16-lr4-too-hot'));
    expect(epochs.some(({ train: fit }) => !Number.isFinite(fit.loss))).toBe(true);
  });

  it('have one that fails on its configuration', () => {
    expect(() => trainWhole(trialNamed('mlp-auto-units'))).toThrow('hidden_units: expected whole numbers');
    expect(parseHiddenUnits('16,8')).toEqual([16, 8]);
  });
});

describe('splitTable', () => {
  it('keeps every row once, and every class on both sides', () => {
    const { train: fit, validation } = splitTable(wine, 3);
    expect(fit.count + validation.count).toBe(178);
    expect(new Set(fit.labels).size).toBe(3);
    expect(new Set(validation.labels).size).toBe(3);
  });
});
