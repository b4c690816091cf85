import { type MarkedRun, toRunMark } from '#domain/colour/run-marks.ts';
import { runPalette } from '#domain/colour/run-palette.ts';
import classes from './run-dot.module.css';

/** A run's colour. Both themes' colours are handed to the style sheet, so that a thousand dots cost nothing to turn. */
export function RunDot({ run }: { readonly run: MarkedRun }) {
  const { colour, own } = toRunMark(run);
  const style: React.CSSProperties & Record<`--run-${string}`, string | undefined> = {
    '--run-light': own ?? runPalette[colour]?.light,
    '--run-dark': own ?? runPalette[colour]?.dark,
  };
  return <span className={classes['dot']} aria-hidden="true" style={style} />;
}
