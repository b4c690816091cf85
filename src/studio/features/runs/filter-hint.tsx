import { KeyHint } from '#studio/ui/key-hint.tsx';
import classes from './filter-bar.module.css';

interface FilterHintProps {
  readonly id: string;
  readonly failed: string | undefined;
  readonly expected: readonly string[];
  /** Plain words that would be searched in names. */
  readonly nameSearch: string | undefined;
  /** The text is a filter that does not hold yet. */
  readonly pending: boolean;
}

/** One line below the field: what is wrong, or what Enter would do. */
export function FilterHint({ id, failed, expected, nameSearch, pending }: FilterHintProps) {
  return (
    <p id={id} className={classes['hint']} aria-live="polite" data-failed={failed !== undefined}>
      {failed !== undefined && (
        <>
          {failed}
          {expected.length > 0 && <> What fits there: {expected.join(', ')}.</>}
        </>
      )}
      {failed === undefined && nameSearch !== undefined && (
        <>
          <KeyHint keys="Enter" /> finds runs whose name contains “{nameSearch}”
        </>
      )}
      {failed === undefined && nameSearch === undefined && pending && (
        <>
          <KeyHint keys="Enter" /> applies it
        </>
      )}
    </p>
  );
}
