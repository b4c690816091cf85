import classes from './runs-grid.module.css';

/** Opens and closes what is below a row; the grid listens. */
export function Toggle({ open, label }: { readonly open: boolean; readonly label: string }) {
  return (
    <button
      type="button"
      tabIndex={-1}
      data-toggle="true"
      className={classes['toggle']}
      aria-label={`${open ? 'Close' : 'Open'} ${label}`}
    >
      {open ? '▾' : '▸'}
    </button>
  );
}
