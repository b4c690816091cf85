import { Skeleton } from '@mantine/core';
import classes from './compare-page.module.css';

/** Holds the place of the list and of the charts. */
export function CompareLoading({ runs }: { readonly runs: number }) {
  return (
    <div className={classes['columns']} aria-busy="true" aria-label="Loading the runs">
      <div>
        {Array.from({ length: Math.min(Math.max(runs, 4), 12) }, (_none, index) => (
          <Skeleton key={index} height={24} mb={8} animate={false} />
        ))}
      </div>
      <div className={classes['loading-charts']}>
        {Array.from({ length: 4 }, (_none, index) => (
          <Skeleton key={index} height={260} animate={false} />
        ))}
      </div>
    </div>
  );
}
