import { useCallback, useMemo, useState } from 'react';

/** The row that keys act on. */
export interface RowCursor {
  readonly index: number | undefined;
  readonly set: (index: number | undefined) => void;
  /** Moves by some rows, and stops at the ends. */
  readonly move: (step: number) => void;
}

export function useRowCursor(rows: number): RowCursor {
  const [index, set] = useState<number>();
  const move = useCallback(
    (step: number) => set((at) => Math.max(0, Math.min(rows - 1, at === undefined ? 0 : at + step))),
    [rows],
  );
  const valid = index !== undefined && index < rows ? index : undefined;
  return useMemo(() => ({ index: valid, set, move }), [valid, move]);
}
