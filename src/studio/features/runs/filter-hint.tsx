import { Tooltip } from '@mantine/core';
import { KeyHint } from '#studio/ui/key-hint.tsx';
import classes from './filter-bar.module.css';

interface FilterHintProps {
  /** The text is a filter that does not hold yet. */
  readonly pending: boolean;
  readonly dialect: 'MLflow' | 'extended' | undefined;
}

const meaning = {
  MLflow: 'Any MLflow server understands this filter',
  extended: 'Atelier alone understands this filter; it can be copied as Python for MLflow',
} as const;

/** At the end of the field: what Enter would do just now, and who else understands the filter. */
export function FilterHint({ pending, dialect }: FilterHintProps) {
  return (
    <>
      {pending && (
        <span className={classes['hint']}>
          <KeyHint keys="Enter" /> apply
        </span>
      )}
      {dialect !== undefined && (
        <Tooltip label={meaning[dialect]}>
          <span className={classes['dialect']} data-dialect={dialect}>
            {dialect}
          </span>
        </Tooltip>
      )}
    </>
  );
}
