import type { ClientBase } from 'pg';
import type { Row, Statement, Work } from '#server/ports/database.ts';
import { spellFunctions } from './function-names.ts';
import { numberParameters } from './numbered-parameters.ts';
import { toParameter } from './value-types.ts';

/** Each connection keeps a prepared statement for so many texts; later ones are planned at each use. */
const preparedCapacity = 400;

interface Prepared {
  readonly text: string;
  readonly name: string | undefined;
}

const prepared = new Map<string, Prepared>();

export async function runStatement(client: ClientBase, { sql, params }: Statement): Promise<readonly Row[]> {
  const { text, name } = prepare(sql);
  const values = params.map(toParameter);
  const result = await client.query<Row>(name === undefined ? { text, values } : { name, text, values });
  return result.rows;
}

/** Drives work to its end. A failing statement ends the work, as the transaction is broken then. */
export async function runWork<T>(client: ClientBase, work: Work<T>): Promise<T> {
  let step = work.next();
  while (step.done !== true) step = work.next(await runStatement(client, step.value));
  return step.value;
}

function prepare(sql: string): Prepared {
  const known = prepared.get(sql);
  if (known !== undefined) return known;
  const text = numberParameters(spellFunctions(sql));
  if (prepared.size >= preparedCapacity) return { text, name: undefined };
  const made = { text, name: `atelier_${prepared.size}` };
  prepared.set(sql, made);
  return made;
}
