import classes from './overview.module.css';
import type { PatchLine } from './patch.model.ts';

const mostLines = 3000;

/** A patch, line by line, with what was added and removed; said in words for those who do not see colours. */
export function PatchText({
  lines,
  label,
}: {
  readonly lines: readonly PatchLine[];
  readonly label: string;
}) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by key
    <section className={classes['patch']} tabIndex={0} aria-label={label}>
      {lines.slice(0, mostLines).map(({ kind, text }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- lines have no other name, and never change places
        <span key={index} data-kind={kind}>
          {kind === 'added' ? '+ ' : kind === 'removed' ? '− ' : kind === 'same' ? '  ' : ''}
          {text}
        </span>
      ))}
      {lines.length > mostLines && <span>… {lines.length - mostLines} more lines</span>}
    </section>
  );
}
