import type { Importances } from '#domain/importance/importance.ts';
import { useEffect, useState } from 'react';
import type { RunTable } from './run-table.model.ts';

interface Answer {
  readonly table: RunTable;
  readonly term: string;
  readonly found: Importances | undefined;
}

/** What explains a term, worked out beside the page; `undefined` where the runs tell too little. */
export function useImportance(table: RunTable, term: string): Importances | undefined | 'asking' {
  const [answer, setAnswer] = useState<Answer>();
  useEffect(() => {
    const worker = new Worker(new URL('./importance.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<Importances | undefined>) =>
      setAnswer({ table, term, found: data }),
    );
    worker.postMessage({ table, term });
    return () => worker.terminate();
  }, [table, term]);
  return answer?.table === table && answer.term === term ? answer.found : 'asking';
}
