import { KeyHint } from '#studio/ui/key-hint.tsx';
import classes from './filter-bar.module.css';

interface FilterHintProps {
  /** Plain words that would be searched in names. */
  readonly nameSearch: boolean;
  /** The text is a filter that does not hold yet. */
  readonly pending: boolean;
}

/** What Enter would do just now, at the end of the field. */
export function FilterHint({ nameSearch, pending }: FilterHintProps) {
  if (!nameSearch && !pending) return null;
  return (
    <span className={classes['hint']}>
      <KeyHint keys="Enter" /> {nameSearch ? 'search names' : 'apply'}
    </span>
  );
}
