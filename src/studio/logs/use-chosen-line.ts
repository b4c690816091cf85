import { useCallback, useEffect, useState } from 'react';

const settleMs = 250;

/** The chosen line: moved at once, and told to the address once it rests, since keys are faster than addresses. */
export function useChosenLine(
  told: number | undefined,
  onTell: (line: number | undefined) => void,
): readonly [number | undefined, (line: number | undefined) => void] {
  const [draft, setDraft] = useState<{
    readonly from: number | undefined;
    readonly line: number | undefined;
  }>();
  const moved = draft !== undefined && draft.from === told && draft.line !== told;
  const line = moved ? draft.line : undefined;
  useEffect(() => {
    if (!moved) return undefined;
    const timer = setTimeout(() => onTell(line), settleMs);
    return () => clearTimeout(timer);
  }, [moved, line, onTell]);
  const choose = useCallback((next: number | undefined) => setDraft({ from: told, line: next }), [told]);
  return [moved ? draft.line : told, choose];
}
