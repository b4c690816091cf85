import type { DefinitionsByName, Work, WriteContext } from '#server/ports/database.ts';
import { performWrite } from '#server/ports/perform-write.ts';
import type { SyncEngine } from '../sync/engine.ts';
import { readSnapshot, writeGroup } from '../sync/sync-database.ts';
import { toFailure } from './failure.ts';
import type { Answer, Call, FromThread, Link, ToThread } from './messages.ts';
import { transferableBuffers } from './transferable-buffers.ts';

/** A commit serves at most so many writes, so that the first does not wait for an endless crowd. */
const maxGroup = 256;

type WriteCall = Extract<Call, { kind: 'write' }>;

export interface ServeOptions {
  readonly engine: SyncEngine;
  readonly definitions: DefinitionsByName;
  /** Told after each group of writes how many it held. */
  readonly onWritten?: (count: number) => void;
  /** Runs before the connection closes. */
  readonly onClose?: () => void;
}

/** The thread's side: runs what is asked over its own connection until told to close. */
export function serveDatabase(link: Link<FromThread, ToThread>, options: ServeOptions): void {
  link.receive((message) => {
    if (message.kind === 'calls') serveCalls(link, options, message.calls);
    else stop(link, options);
  });
  link.send({ kind: 'ready' }, []);
}

function stop(link: Link<FromThread, ToThread>, { engine, onClose }: ServeOptions): void {
  try {
    onClose?.();
    engine.close();
    link.send({ kind: 'stopped', failure: undefined }, []);
  } catch (error) {
    link.send({ kind: 'stopped', failure: toFailure(error) }, []);
  }
}

function serveCalls(link: Link<FromThread, ToThread>, options: ServeOptions, calls: readonly Call[]): void {
  let group: WriteCall[] = [];
  for (const [index, call] of calls.entries()) {
    const next = calls[index + 1];
    if (call.kind === 'read') {
      answer(link, [serveRead(options, call.id, call.name, call.input)], next === undefined);
      continue;
    }
    group.push(call);
    if (next?.kind === 'write' && group.length < maxGroup) continue;
    answer(link, serveWrites(options, group), next === undefined);
    group = [];
  }
}

function serveRead({ engine, definitions }: ServeOptions, id: number, name: string, input: unknown): Answer {
  try {
    const definition = definitions.get(name);
    if (definition?.kind !== 'read') throw new Error(`There is no read named "${name}".`);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the caller typed it by the same definition
    return { id, ok: true, value: readSnapshot(engine, definition, input as never) };
  } catch (error) {
    return { id, ok: false, failure: toFailure(error) };
  }
}

function serveWrites(options: ServeOptions, calls: readonly WriteCall[]): readonly Answer[] {
  const { engine, definitions, onWritten } = options;
  const outcomes = writeGroup(
    engine,
    calls.map(
      ({ name, input, context }) =>
        () =>
          startWrite(definitions, name, input, context),
    ),
  );
  onWritten?.(calls.length);
  return calls.map(({ id }, index) => {
    const outcome = outcomes[index];
    if (outcome?.ok === true) return { id, ok: true, value: outcome.value };
    return { id, ok: false, failure: toFailure(outcome?.error) };
  });
}

function startWrite(
  definitions: DefinitionsByName,
  name: string,
  input: unknown,
  context: WriteContext,
): Work<unknown> {
  const definition = definitions.get(name);
  if (definition?.kind !== 'write') throw new Error(`There is no write named "${name}".`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the caller typed it by the same definition
  return performWrite(definition, input as never, context);
}

function answer(link: Link<FromThread, ToThread>, answers: readonly Answer[], last: boolean): void {
  const values = answers.map((each) => (each.ok ? each.value : undefined));
  try {
    link.send({ kind: 'answers', answers, last }, transferableBuffers(values));
  } catch (error) {
    answerApart(link, answers, last, error);
  }
}

/** One answer could not be cloned: it alone becomes a failure. */
function answerApart(
  link: Link<FromThread, ToThread>,
  answers: readonly Answer[],
  last: boolean,
  error: unknown,
): void {
  const [only] = answers;
  if (answers.length > 1) {
    for (const [index, each] of answers.entries()) answer(link, [each], last && index === answers.length - 1);
  } else if (only?.ok === true) {
    answer(link, [{ id: only.id, ok: false, failure: toFailure(error) }], last);
  } else {
    throw error;
  }
}
