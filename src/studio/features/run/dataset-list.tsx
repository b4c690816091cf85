import type { RunDetails } from '#contract/runs.ts';
import { CopyButton } from '#studio/ui/copy-button.tsx';
import { formatInteger } from '#studio/ui/number.model.ts';
import { datasetColumns, datasetRows, datasetSource } from './dataset-facts.model.ts';
import classes from './overview.module.css';

type Dataset = RunDetails['datasets'][number];

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
          <Entry key={`${dataset.name} ${dataset.digest} ${dataset.context ?? ''}`} dataset={dataset} />
        ))}
      </ul>
    </section>
  );
}

function Entry({ dataset }: { readonly dataset: Dataset }) {
  const rows = datasetRows(dataset.profile);
  const columns = datasetColumns(dataset.schema);
  const source = datasetSource(dataset.source);
  return (
    <li>
      <div className={classes['line']}>
        <span className={classes['key']}>{dataset.name}</span>
        <code title="Digest">{dataset.digest}</code>
        {dataset.context !== null && <span className={classes['dim']}>for {dataset.context}</span>}
        {rows !== undefined && <span className={classes['dim']}>{formatInteger(rows)} rows</span>}
      </div>
      <details className={classes['folded']}>
        <summary className={classes['quiet']}>
          {columns.length === 0 ? 'Source' : `Source and ${formatInteger(columns.length)} columns`}
        </summary>
        <dl className={classes['facts']}>
          <dt>{dataset.sourceType}</dt>
          <dd>
            <code>{source}</code> <CopyButton text={source} what="source" />
          </dd>
          {columns.slice(0, 200).map(({ name, type }, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- a schema may name two alike
            <div key={index} style={{ display: 'contents' }}>
              <dt>{type}</dt>
              <dd>{name}</dd>
            </div>
          ))}
        </dl>
      </details>
    </li>
  );
}
