import { longestVarint, protoFields, readProtoHead } from './proto-fields.ts';
import { type OnnxValue, readTensorHead, readValue, toText } from './onnx-values.ts';
import { createWindowReader, type ReadSpan, UnreadableFile } from '../window-reader.ts';

/** What an ONNX model takes, gives and is made of, without its weights. */
export interface OnnxSummary {
  readonly irVersion: number;
  readonly producer: string;
  readonly graphName: string;
  readonly opsets: readonly { readonly domain: string; readonly version: number }[];
  readonly metadata: readonly (readonly [key: string, value: string])[];
  /** Without those that the file itself gives values to. */
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
  /** Operators and how many nodes of each, the most used first; nodes inside loops and branches are not counted. */
  readonly operators: readonly (readonly [name: string, count: number])[];
  readonly nodes: number;
  /** Tensors with values in the file, and how many numbers they hold together. */
  readonly tensors: number;
  readonly parameters: number;
}

const maxReads = 4000;
const maxFields = 500_000;
const maxListed = 500;
/** So much of a node or a tensor is looked at: what it is stands before its content. */
const headBytes = 4096;

interface Place {
  readonly number: number;
  readonly value: bigint;
  readonly start: number;
  readonly end: number;
}

type Look = ReturnType<typeof createWindowReader>;

/** Walks over the fields of a message that lies somewhere in the file, without reading their content. */
async function* walk(look: Look, from: number, to: number): AsyncGenerator<Place> {
  let at = from;
  for (let count = 0; at < to; count += 1) {
    if (count > maxFields)
      throw new UnreadableFile('The graph has too many nodes to be looked through here.');
    const head = readProtoHead(await look(at, longestVarint * 2), 0);
    if (head === undefined) throw new UnreadableFile('The file is no ONNX model, or it is damaged.');
    const start = at + head.length;
    const length = head.wire === 0 ? 0n : head.value;
    if (length > BigInt(to - start)) throw new UnreadableFile('The file is cut short, or no ONNX model.');
    at = start + Number(length);
    yield { number: head.number, value: head.value, start, end: at };
  }
}

/**
 * Reads an ONNX model's description. Fetches heads alone: a model of gigabytes costs some hundred kilobytes.
 * Throws `UnreadableFile` for what is none, or larger than can be looked through.
 */
export async function summarizeOnnx(size: number, read: ReadSpan): Promise<OnnxSummary> {
  const look = createWindowReader(size, read, maxReads);
  const content = async ({ start, end }: Place): Promise<Uint8Array> =>
    look(start, Math.min(end - start, headBytes));
  const model = { irVersion: 0, producer: [] as string[], opsets: [] as OnnxSummary['opsets'][number][] };
  const metadata: (readonly [string, string])[] = [];
  let graph: Place | undefined;
  for await (const field of walk(look, 0, size)) {
    if (field.number === 1) model.irVersion = Number(field.value);
    else if (field.number === 2 || field.number === 3) model.producer.push(toText(await content(field)));
    else if (field.number === 7) graph = field;
    else if (field.number === 8) model.opsets.push(readOpset(await content(field)));
    else if (field.number === 14 && metadata.length < maxListed)
      metadata.push(readPair(await content(field)));
  }
  if (graph === undefined) throw new UnreadableFile('The file holds no graph, so it is no ONNX model.');
  return {
    ...(await readGraph(look, graph)),
    irVersion: model.irVersion,
    producer: model.producer.join(' '),
    opsets: model.opsets,
    metadata,
  };
}

async function readGraph(look: Look, graph: Place) {
  const operators = new Map<string, number>();
  const given = new Set<string>();
  const inputs: OnnxValue[] = [];
  const outputs: OnnxValue[] = [];
  let graphName = '';
  let nodes = 0;
  let parameters = 0;
  for await (const field of walk(look, graph.start, graph.end)) {
    if (![1, 2, 5, 11, 12].includes(field.number)) continue;
    const bytes = await look(field.start, Math.min(field.end - field.start, headBytes));
    if (field.number === 1) {
      nodes += 1;
      const operator = readOperator(bytes);
      operators.set(operator, (operators.get(operator) ?? 0) + 1);
    } else if (field.number === 2) graphName = toText(bytes);
    else if (field.number === 5) {
      const tensor = readTensorHead(bytes);
      given.add(tensor.name);
      parameters += tensor.numbers;
    } else (field.number === 11 ? inputs : outputs).push(readValue(bytes));
  }
  return {
    graphName,
    nodes,
    parameters,
    tensors: given.size,
    inputs: inputs.filter(({ name }) => !given.has(name)).slice(0, maxListed),
    outputs: outputs.slice(0, maxListed),
    operators: [...operators].sort(([, a], [, b]) => b - a).slice(0, maxListed),
  };
}

function readOperator(bytes: Uint8Array): string {
  let name = '';
  let domain = '';
  for (const field of protoFields(bytes)) {
    if (field.bytes === undefined) continue;
    if (field.number === 4) name = toText(field.bytes);
    if (field.number === 7) domain = toText(field.bytes);
  }
  return domain === '' || domain === 'ai.onnx' ? name : `${domain}.${name}`;
}

function readOpset(bytes: Uint8Array): OnnxSummary['opsets'][number] {
  let domain = '';
  let version = 0;
  for (const field of protoFields(bytes)) {
    if (field.number === 1 && field.bytes !== undefined) domain = toText(field.bytes);
    if (field.number === 2) version = Number(field.value);
  }
  return { domain: domain === '' ? 'ai.onnx' : domain, version };
}

function readPair(bytes: Uint8Array): readonly [string, string] {
  const texts = ['', ''];
  for (const { number, bytes: text } of protoFields(bytes)) {
    if ((number === 1 || number === 2) && text !== undefined) texts[number - 1] = toText(text);
  }
  return [texts[0] ?? '', texts[1] ?? ''];
}
