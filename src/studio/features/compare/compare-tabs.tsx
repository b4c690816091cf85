import classes from './compare-page.module.css';
import { compareTabLabels } from './compare-tab-labels.model.ts';
import { type CompareTab, compareTabs } from './compare-view.model.ts';

interface CompareTabsProps {
  readonly tab: CompareTab;
  readonly onTab: (tab: CompareTab) => void;
}

/** The parts of a comparison. Arrows choose them while one has the focus; on a phone the row is swiped. */
export function CompareTabs({ tab, onTab }: CompareTabsProps) {
  const byArrows = (event: React.KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next =
      compareTabs[(compareTabs.indexOf(tab) + step + compareTabs.length) % compareTabs.length] ?? tab;
    onTab(next);
    document.getElementById(`compare-tab-${next}`)?.focus();
  };
  return (
    <div role="tablist" aria-label="Parts of the comparison" className={classes['tabs']}>
      {compareTabs.map((name) => (
        <button
          key={name}
          ref={name === tab ? reveal : undefined}
          type="button"
          role="tab"
          id={`compare-tab-${name}`}
          aria-selected={name === tab}
          aria-controls="compare-tab"
          tabIndex={name === tab ? 0 : -1}
          className={classes['tab']}
          onClick={() => onTab(name)}
          onKeyDown={byArrows}
        >
          {compareTabLabels[name]}
        </button>
      ))}
    </div>
  );
}

/** The chosen one is in sight, however narrow the screen. */
function reveal(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
