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
    };
  });
}

/** The activations of every layer for one row, the input first and the class probabilities last. */
export function forward(network: Network, input: Float64Array): Float64Array[] {
  const activations = [input];
  for (const [index, layer] of network.entries()) {
    const isLast = index === network.length - 1;
    const output = affine(layer, activations[index] ?? input);
    activations.push(isLast ? softmax(output) : output.map((value) => Math.max(0, value)));
  }
  return activations;
}

function affine(layer: Layer, input: Float64Array): Float64Array {
  const output = new Float64Array(layer.outputs);
  for (let row = 0; row < layer.outputs; row += 1) {
    let sum = layer.biases[row] ?? 0;
    for (let column = 0; column < layer.inputs; column += 1) {
      sum += (layer.weights[row * layer.inputs + column] ?? 0) * (input[column] ?? 0);
    }
    output[row] = sum;
  }
  return output;
}

function softmax(values: Float64Array): Float64Array {
  const top = values.reduce((most, value) => Math.max(most, value), -Infinity);
  const exponentials = values.map((value) => Math.exp(value - top));
  const total = exponentials.reduce((sum, value) => sum + value, 0);
  return exponentials.map((value) => value / total);
}

export interface StepSettings {
  readonly learningRate: number;
  readonly momentum: number;
  readonly weightDecay: number;
}

/** One step of stochastic gradient descent on one row. */
export function descend(network: Network, input: Float64Array, label: number, settings: StepSettings): void {
  const activations = forward(network, input);
  let gradient = (activations.at(-1) ?? input).map((value, index) => value - (index === label ? 1 : 0));
  for (let index = network.length - 1; index >= 0; index -= 1) {
    const layer = network[index];
    const before = activations[index];
    if (layer === undefined || before === undefined) return;
    const passed = index === 0 ? gradient : passBack(layer, gradient, before);
    update(layer, gradient, before, settings);
    gradient = passed;
  }
}

function passBack(layer: Layer, gradient: Float64Array, before: Float64Array): Float64Array<ArrayBuffer> {
  const passed = new Float64Array(layer.inputs);
  for (let column = 0; column < layer.inputs; column += 1) {
    if ((before[column] ?? 0) <= 0) continue;
    for (let row = 0; row < layer.outputs; row += 1) {
      passed[column] =
        (passed[column] ?? 0) + (layer.weights[row * layer.inputs + column] ?? 0) * (gradient[row] ?? 0);
    }
  }
  return passed;
}

function update(layer: Layer, gradient: Float64Array, before: Float64Array, settings: StepSettings): void {
  const { learningRate, momentum, weightDecay } = settings;
  for (let row = 0; row < layer.outputs; row += 1) {
    const slope = gradient[row] ?? 0;
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
    const probabilities = forward(network, rowOf(rows, index)).at(-1) ?? new Float64Array(classes);
    const label = rows.labels[index] ?? 0;
    const said = probabilities.reduce(
      (best, value, at) => (value > (probabilities[best] ?? 0) ? at : best),
      0,
    );
    loss -= Math.log(probabilities[label] ?? 0);
    right += said === label ? 1 : 0;
    const line = confusion[label];
    if (line !== undefined) line[said] = (line[said] ?? 0) + 1;
  }
  return { loss: loss / rows.count, accuracy: right / rows.count, confusion };
}

export function rowOf(rows: Rows, index: number): Float64Array {
  return rows.inputs.subarray(index * rows.width, (index + 1) * rows.width);
}
