import { Button } from '@mantine/core';
import classes from '../compare-page.module.css';
import { withoutRuns } from '../compare-selection.model.ts';
import { mostRuns } from '../compare-view.model.ts';
import type { ChangeCompareView } from '../use-compare-view.ts';

interface MissingRunsProps {
  readonly missing: readonly string[];
  readonly tooMany: number;
  /** All runs that are there. */
  readonly known: readonly string[];
  readonly onChange: ChangeCompareView;
}

/** What the address names and this page cannot show. */
export function MissingRuns({ missing, tooMany, known, onChange }: MissingRunsProps) {
  return (
    <>
      {missing.length > 0 && (
        <output className={classes['note']}>
          <span>
            {missing.length === 1 ? 'This run is' : `These ${missing.length} runs are`} not in this workspace:{' '}
            {missing.map((id, index) => (
              <span key={id}>
                {index > 0 && ', '}
                <code>{id}</code>
              </span>
            ))}
          </span>
          <Button variant="default" onClick={() => onChange((view) => withoutRuns(view, known, missing))}>
            Remove from the comparison
          </Button>
        </output>
      )}
      {tooMany > 0 && (
        <output className={classes['note']}>
          The first {mostRuns} runs are compared; {tooMany} more are left out.
        </output>
      )}
    </>
  );
}
