import type { Rows } from './table.ts';

/** One fully connected layer: `weights` is row-major, outputs x inputs. */
export interface Layer {
  readonly inputs: number;
  readonly outputs: number;
  readonly weights: Float64Array;
  readonly biases: Float64Array;
  /** Momentum of both, same shapes. */
  readonly weightVelocity: Float64Array;
  readonly biasVelocity: Float64Array;
  /** What came out for the row last seen, and the slope of its loss by that: one of each per output. */
  readonly activation: Float64Array;
  readonly slope: Float64Array;
}

/** Layers with ReLU between them and softmax after the last; no hidden layer makes it a softmax regression. */
export type Network = readonly Layer[];

export function createNetwork(sizes: readonly number[], random: () => number): Network {
  return sizes.slice(1).map((outputs, index) => {
    const inputs = sizes[index] ?? 0;
    const scale = Math.sqrt(2 / inputs);
    const weights = Float64Array.from({ length: inputs * outputs }, () => (random() * 2 - 1) * scale);
    return {
      inputs,
      outputs,
      weights,
      biases: new Float64Array(outputs),
      weightVelocity: new Float64Array(inputs * outputs),
      biasVelocity: new Float64Array(outputs),
      activation: new Float64Array(outputs),
      slope: new Float64Array(outputs),
    };
  });
}

/** The class probabilities for one row. Each layer's `activation` is overwritten. */
export function forward(network: Network, input: Float64Array): Float64Array {
  let before = input;
  for (const [index, layer] of network.entries()) {
    affine(layer, before);
    if (index === network.length - 1) softmax(layer.activation);
    else rectify(layer.activation);
    before = layer.activation;
  }
  return before;
}

function affine({ inputs, outputs, weights, biases, activation }: Layer, input: Float64Array): void {
  for (let row = 0; row < outputs; row += 1) {
    let sum = biases[row] ?? 0;
    for (let column = 0; column < inputs; column += 1) {
      sum += (weights[row * inputs + column] ?? 0) * (input[column] ?? 0);
    }
    activation[row] = sum;
  }
}

function rectify(values: Float64Array): void {
  for (let index = 0; index < values.length; index += 1) values[index] = Math.max(0, values[index] ?? 0);
}

function softmax(values: Float64Array): void {
  let top = -Infinity;
  for (const value of values) top = Math.max(top, value);
  let total = 0;
  for (let index = 0; index < values.length; index += 1) {
    const exponential = Math.exp((values[index] ?? 0) - top);
    values[index] = exponential;
    total += exponential;
  }
  for (let index = 0; index < values.length; index += 1) values[index] = (values[index] ?? 0) / total;
}

export interface StepSettings {
  readonly learningRate: number;
  readonly momentum: number;
  readonly weightDecay: number;
}

/** One step of stochastic gradient descent on one row. */
export function descend(network: Network, input: Float64Array, label: number, settings: StepSettings): void {
  const said = forward(network, input);
  const last = network.at(-1);
  if (last === undefined) return;
  for (let index = 0; index < said.length; index += 1) {
    last.slope[index] = (said[index] ?? 0) - (index === label ? 1 : 0);
  }
  for (let index = network.length - 1; index >= 0; index -= 1) {
    const layer = network[index];
    const below = network[index - 1];
    if (layer === undefined) return;
    if (below !== undefined) passBack(layer, below);
    update(layer, below?.activation ?? input, settings);
  }
}

/** The slope of the loss by the lower layer's outputs; ReLU passes it on only where it was open. */
function passBack(layer: Layer, below: Layer): void {
  for (let column = 0; column < layer.inputs; column += 1) {
    let sum = 0;
    if ((below.activation[column] ?? 0) > 0) {
      for (let row = 0; row < layer.outputs; row += 1) {
        sum += (layer.weights[row * layer.inputs + column] ?? 0) * (layer.slope[row] ?? 0);
      }
    }
    below.slope[column] = sum;
  }
}

function update(layer: Layer, before: Float64Array, settings: StepSettings): void {
  const { learningRate, momentum, weightDecay } = settings;
  for (let row = 0; row < layer.outputs; row += 1) {
    const slope = layer.slope[row] ?? 0;
    const biasVelocity = momentum * (layer.biasVelocity[row] ?? 0) - learningRate * slope;
    layer.biasVelocity[row] = biasVelocity;
    layer.biases[row] = (layer.biases[row] ?? 0) + biasVelocity;
    for (let column = 0; column < layer.inputs; column += 1) {
      const at = row * layer.inputs + column;
      const weight = layer.weights[at] ?? 0;
      const descent = learningRate * (slope * (before[column] ?? 0) + weightDecay * weight);
      const velocity = momentum * (layer.weightVelocity[at] ?? 0) - descent;
      layer.weightVelocity[at] = velocity;
      layer.weights[at] = weight + velocity;
    }
  }
}

export interface Score {
  /** Mean cross-entropy in nats. NaN once the weights have overflowed. */
  readonly loss: number;
  readonly accuracy: number;
  /** Row: the true class; column: the class said. */
  readonly confusion: readonly (readonly number[])[];
}

export function evaluate(network: Network, rows: Rows, classes: number): Score {
  const confusion = Array.from({ length: classes }, () => Array.from({ length: classes }, () => 0));
  let loss = 0;
  let right = 0;
  for (let index = 0; index < rows.count; index += 1) {
    const probabilities = forward(network, rowOf(rows, index));
    const label = rows.labels[index] ?? 0;
    const said = likeliest(probabilities);
    loss -= Math.log(probabilities[label] ?? 0);
    right += said === label ? 1 : 0;
    const line = confusion[label];
    if (line !== undefined) line[said] = (line[said] ?? 0) + 1;
  }
  return { loss: loss / rows.count, accuracy: right / rows.count, confusion };
}

function likeliest(probabilities: Float64Array): number {
  let best = 0;
  for (let index = 1; index < probabilities.length; index += 1) {
    if ((probabilities[index] ?? 0) > (probabilities[best] ?? 0)) best = index;
  }
  return best;
}

export function rowOf(rows: Rows, index: number): Float64Array {
  return rows.inputs.subarray(index * rows.width, (index + 1) * rows.width);
}
