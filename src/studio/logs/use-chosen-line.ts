import { useCallback, useEffect, useState } from 'react';

const settleMs = 250;

type Line = number | undefined;

interface Draft {
  readonly line: Line;
  /** What the address said or was told on the way: it may lag behind, and says then what was chosen before. */
  readonly passed: readonly Line[];
}

/** The chosen line: moved at once, and told to the address once it rests, since keys are faster than addresses. */
export function useChosenLine(
  told: Line,
  onTell: (line: Line) => void,
): readonly [Line, (line: Line) => void] {
  const [draft, setDraft] = useState<Draft>();
  const moved = draft !== undefined && draft.line !== told && draft.passed.includes(told);
  const line = moved ? draft.line : told;
  useEffect(() => {
    if (!moved) return undefined;
    const timer = setTimeout(() => onTell(line), settleMs);
    return () => clearTimeout(timer);
  }, [moved, line, onTell]);
  const choose = useCallback(
    (next: Line) =>
      setDraft((before) => {
        const rests = before === undefined || before.line === told;
        return { line: next, passed: rests ? [told] : [...before.passed.slice(-50), before.line, told] };
      }),
    [told],
  );
  return [line, choose];
}
