import type { RunDetails } from '#contract/runs.ts';
import classes from './overview.module.css';

/** The data a run learned from or was measured on. */
export function DatasetList({ run: { datasets } }: { readonly run: RunDetails }) {
  if (datasets.length === 0) return null;
  return (
    <section className={classes['section']}>
      <h2>
        Datasets <span className={classes['count']}>{datasets.length}</span>
      </h2>
      <ul className={classes['items']}>
        {datasets.map((dataset) => (
          <li key={`${dataset.name} ${dataset.digest} ${dataset.context ?? ''}`} className={classes['line']}>
            <span className={classes['key']}>{dataset.name}</span>
            <code title="Digest">{dataset.digest}</code>
            {dataset.context !== null && <span className={classes['dim']}>for {dataset.context}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
