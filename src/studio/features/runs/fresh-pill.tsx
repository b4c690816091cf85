import { IconArrowUp } from '@tabler/icons-react';
import { formatInteger } from '#studio/ui/number.model.ts';
import classes from './runs-bits.module.css';
import type { RunsNews } from './use-runs-news.ts';

/** New runs that wait to be let in, so that the rows under the reader's eyes stay where they are. */
export function FreshPill({ news: { fresh, accept } }: { readonly news: RunsNews }) {
  if (fresh === 0) return null;
  return (
    <button type="button" className={classes['pill']} onClick={accept}>
      <IconArrowUp size={14} aria-hidden="true" />
      {formatInteger(fresh)} new {fresh === 1 ? 'run' : 'runs'}
    </button>
  );
}
