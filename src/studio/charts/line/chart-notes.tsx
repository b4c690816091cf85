import { IconFlag, IconMessage } from '@tabler/icons-react';
import { type ChartNote, notesOn } from './chart-note.ts';
import classes from './chart.module.css';
import { type Plot, xToPixel } from './plot.model.ts';

interface ChartNotesProps {
  readonly plot: Plot;
  readonly metric: string;
  readonly axis: string;
  readonly notes: readonly ChartNote[];
  readonly onOpen?: ((note: ChartNote) => void) | undefined;
}

/** More than this many at once would hide the chart; the list beside the page has them all. */
const mostNotes = 20;

/** Notes and events where they stand on a chart: a line or an area, with a flag that tells and opens them. */
export function ChartNotes({ plot, metric, axis, notes, onOpen }: ChartNotesProps) {
  const { frame, xAxis } = plot;
  const shown = notesOn(notes, { metric, axis, low: xAxis.low, high: xAxis.high }).slice(0, mostNotes);
  const inFrame = (x: number): number =>
    Math.min(frame.left + frame.width, Math.max(frame.left, xToPixel(plot, x)));
  return shown.map((note) => {
    const [left, right] = [inFrame(note.from), inFrame(note.to)];
    const place = { left, top: frame.top, width: right - left, height: frame.height };
    return (
      <div key={note.id} className={classes['note']} data-kind={note.kind} style={place}>
        <button type="button" title={note.text} aria-label={note.text} onClick={() => onOpen?.(note)}>
          {note.kind === 'note' ? <IconMessage size={12} /> : <IconFlag size={12} />}
        </button>
      </div>
    );
  });
}
