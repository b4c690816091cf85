import type { RunDetails } from '#contract/runs.ts';
import { CopyButton } from '#studio/ui/copy-button.tsx';
import classes from './overview.module.css';

/** The models a run used and made. */
export function ModelList({ run: { models } }: { readonly run: RunDetails }) {
  if (models.length === 0) return null;
  return (
    <section className={classes['section']}>
      <h2>
        Models <span className={classes['count']}>{models.length}</span>
      </h2>
      <ul className={classes['items']}>
        {models.map((model) => (
          <li key={`${model.modelId} ${model.direction} ${model.step}`} className={classes['line']}>
            <span className={classes['key']}>{model.name}</span>
            <span className={classes['dim']}>
              {model.direction === 'input' ? 'used' : 'made'}
              {model.modelType === '' ? '' : `, ${model.modelType}`}
              {model.step === '0' ? '' : `, step ${model.step}`}
            </span>
            <span className={classes['push']}>
              <CopyButton text={`models:/${model.modelId}`} what="model URI" />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
