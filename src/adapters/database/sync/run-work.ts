import type { Work } from '#server/ports/database.ts';
import type { SyncEngine } from './engine.ts';

/** Drives work to its end. A failing statement ends the work: it is not told, so it cannot go on half-done. */
export function runWork<T>(engine: SyncEngine, work: Work<T>): T {
  let step = work.next();
  while (step.done !== true) step = work.next(engine.query(step.value.sql, step.value.params));
  return step.value;
}
