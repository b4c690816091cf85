import { type RefObject, useState } from 'react';
import { useNavigate } from 'react-router';
import { url } from '#studio/app/url.ts';
import { useWorkspaceSlug } from '#studio/app/use-workspace-slug.ts';
import { useKeys } from '#studio/keyboard/use-keys.ts';
import type { RunListActions } from './run-list-item.tsx';

/** Moves through the list of runs by key and acts on the one that has the focus; answers which one Tab stops at. */
export function useRunListKeys(
  list: RefObject<HTMLUListElement | null>,
  ids: readonly string[],
  actions: RunListActions,
): string | undefined {
  const workspace = useWorkspaceSlug();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<string>();
  const current = chosen !== undefined && ids.includes(chosen) ? chosen : undefined;
  const move = (step: number): void => {
    const at = current === undefined ? -1 : ids.indexOf(current);
    const next = ids[Math.min(ids.length - 1, Math.max(0, at + step))];
    if (next === undefined) return;
    setChosen(next);
    list.current?.querySelector<HTMLElement>(`li[data-run="${CSS.escape(next)}"] button`)?.focus();
  };
  const act = (action: (runId: string) => void) => (): void => {
    if (current !== undefined) action(current);
  };
  useKeys('Compare', [
    { keys: 'j', label: 'Next run', run: () => move(1) },
    { keys: 'k', label: 'Previous run', run: () => move(-1) },
    { keys: 'x', label: 'Select the run', run: act((id) => actions.onSelect(id, false)) },
    { keys: 'shift+x', label: 'Select up to the run', run: act((id) => actions.onSelect(id, true)) },
    { keys: 'h', label: 'Hide or show the run', run: act((id) => actions.onToggle(id, false)) },
    { keys: 's', label: 'Show the run alone, or all', run: act((id) => actions.onToggle(id, true)) },
    { keys: 'b', label: 'Measure against the run, or not', run: act(actions.onBaseline) },
    { keys: 'o', label: 'Open the run', run: act((id) => void navigate(url.run(workspace, id))) },
  ]);
  return current;
}
