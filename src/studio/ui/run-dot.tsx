import { assignRunMarks } from '#domain/colour/run-marks.ts';
import { runPalette } from '#domain/colour/run-palette.ts';
import classes from './run-dot.module.css';

/** A run's colour. Both themes' colours are handed to the style sheet, so that a thousand dots cost nothing to turn. */
export function RunDot({ runId }: { readonly runId: string }) {
  const colour = runPalette[assignRunMarks([runId]).get(runId)?.colour ?? 0];
  const style: React.CSSProperties & Record<`--run-${string}`, string | undefined> = {
    '--run-light': colour?.light,
    '--run-dark': colour?.dark,
  };
  return <span className={classes['dot']} aria-hidden="true" style={style} />;
}
