import type { RunDetails } from '#contract/runs.ts';
import { useEffect, useRef } from 'react';
import { useKeys } from '#studio/keyboard/use-keys.ts';
import { formatInteger } from '#studio/ui/number.model.ts';
import { countOf, runTabLabels, type RunTabName, shownTabs } from './run-tab.model.ts';
import classes from './run-page.module.css';

interface RunTabsProps {
  readonly run: RunDetails;
  readonly tab: RunTabName;
  readonly onTab: (tab: RunTabName) => void;
}

/** The parts of a run's page. Digits choose them from anywhere, arrows while one has the focus. */
export function RunTabs({ run, tab, onTab }: RunTabsProps) {
  const tabs = shownTabs(run);
  const list = useRef<HTMLDivElement>(null);
  // On a phone not all tabs are in sight: the chosen one is.
  useEffect(() => {
    const chosen = document.getElementById(`run-tab-${tab}`);
    if (chosen !== null) list.current?.scrollTo({ left: chosen.offsetLeft - list.current.offsetLeft - 48 });
  }, [tab]);
  useKeys(
    'Run',
    tabs.map((name, index) => ({
      keys: String(index + 1),
      label: `Show ${runTabLabels[name].toLowerCase()}`,
      run: () => onTab(name),
    })),
  );
  const byArrows = (event: React.KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length] ?? tab;
    onTab(next);
    document.getElementById(`run-tab-${next}`)?.focus();
  };
  return (
    <div ref={list} role="tablist" aria-label="Parts of the run" className={classes['tabs']}>
      {tabs.map((name) => {
        const count = countOf(name, run);
        return (
          <button
            key={name}
            type="button"
            role="tab"
            id={`run-tab-${name}`}
            aria-selected={name === tab}
            aria-controls="run-tab"
            tabIndex={name === tab ? 0 : -1}
            className={classes['tab']}
            onClick={() => onTab(name)}
            onKeyDown={byArrows}
          >
            {runTabLabels[name]}
            {count !== undefined && <span className={classes['tab-count']}>{formatInteger(count)}</span>}
          </button>
        );
      })}
    </div>
  );
}
