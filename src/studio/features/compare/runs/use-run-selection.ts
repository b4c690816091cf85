import { useMemo, useState } from 'react';

export interface RunSelection {
  readonly selected: ReadonlySet<string>;
  /** Chosen last: where a range begins. */
  readonly last: string | undefined;
  readonly toggle: (runId: string) => void;
  /** Chooses these and no others, as by drawing around them. */
  readonly set: (runIds: readonly string[]) => void;
  readonly clear: () => void;
}

interface Selected {
  readonly ids: ReadonlySet<string>;
  readonly last: string | undefined;
}

const nothing: Selected = { ids: new Set(), last: undefined };

/** Which of the runs compared are chosen for an action; gone when the page is left. */
export function useRunSelection(known: readonly string[]): RunSelection {
  const [state, setState] = useState(nothing);
  return useMemo(() => {
    const there = new Set(known);
    return {
      selected: new Set([...state.ids].filter((id) => there.has(id))),
      last: state.last,
      toggle: (runId) =>
        setState(({ ids }) => {
          const others = [...ids].filter((id) => id !== runId);
          return { ids: new Set(ids.has(runId) ? others : [...ids, runId]), last: runId };
        }),
      set: (runIds) => setState({ ids: new Set(runIds), last: runIds.at(-1) }),
      clear: () => setState(nothing),
    };
  }, [state, known]);
}
