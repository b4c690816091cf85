import { importanceOf } from './importance.model.ts';
import type { RunTable } from './run-table.model.ts';

/** A forest over ten thousand runs takes a second or two: here it keeps nobody waiting. */
globalThis.addEventListener('message', ({ data }: MessageEvent<{ table: RunTable; term: string }>) => {
  globalThis.postMessage(importanceOf(data.table, data.term));
});
