import classes from './skeleton-rows.module.css';

interface SkeletonRowsProps {
  readonly rows: number;
  /** What is being loaded, for screen readers: "runs". */
  readonly what: string;
}

/** Holds the place of a table while it loads: rows of the very height the real ones have. */
export function SkeletonRows({ rows, what }: SkeletonRowsProps) {
  return (
    <output className={classes['rows']} aria-label={`Loading ${what}`}>
      {Array.from({ length: rows }, (_none, row) => (
        <span key={row} className={classes['row']} aria-hidden="true">
          <span style={{ inlineSize: `${24 + ((row * 7) % 17)}%` }} />
          <span style={{ inlineSize: '10%' }} />
          <span style={{ inlineSize: '14%' }} />
        </span>
      ))}
    </output>
  );
}
