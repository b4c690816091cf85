import { prepareCanvas } from './prepare-canvas.ts';
import { groupByColour } from './row-colours.ts';
import type { ParallelPlot } from './parallel.model.ts';

export interface ParallelScene {
  readonly plot: ParallelPlot;
  readonly colours: readonly string[];
  readonly kept: Uint8Array;
  /** Of the lines that no brush keeps. */
  readonly pale: string;
}

/** Lines drawn in one frame: more would make a brush wait for them. */
const linesAtOnce = 1200;
/** Above this many kept lines each is drawn lighter, so that where many run shows. */
const crowded = 400;

export interface ParallelPainter {
  /** Draws a scene, a portion a frame; a scene drawn before is given up. */
  draw(scene: ParallelScene): void;
  stop(): void;
}

/**
 * Draws lines by the portion: what changed is on the screen in the next frame and complete a few frames later, however
 * many lines there are.
 */
export function createParallelPainter(canvas: HTMLCanvasElement): ParallelPainter {
  let request = 0;

  function draw(scene: ParallelScene): void {
    cancelAnimationFrame(request);
    const context = prepareCanvas(canvas);
    if (context === undefined) return;
    const queue = toQueue(scene);
    let at = 0;
    const portion = (): void => {
      for (let lines = 0; at < queue.length && lines < linesAtOnce; at += 1) {
        const { rows = [], colour = '', alpha = 1 } = queue[at] ?? {};
        context.globalAlpha = alpha;
        context.strokeStyle = colour;
        strokeRows(context, scene.plot, rows);
        lines += rows.length;
      }
      if (at < queue.length) request = requestAnimationFrame(portion);
    };
    portion();
  }

  return { draw, stop: () => cancelAnimationFrame(request) };
}

interface Portion {
  readonly rows: readonly number[];
  readonly colour: string;
  readonly alpha: number;
}

/** The kept lines first, for they are what was asked for; then, beneath them, the others. */
function toQueue({ plot, colours, kept, pale }: ParallelScene): readonly Portion[] {
  const all = Array.from({ length: plot.rows }, (_each, row) => row);
  const inside = all.filter((row) => kept[row] === 1);
  const outside = all.filter((row) => kept[row] === 0);
  const alpha = inside.length > crowded ? Math.max(0.25, Math.sqrt(crowded / inside.length)) : 0.9;
  const portions: Portion[] = inPortions(outside).map((rows) => ({ rows, colour: pale, alpha: 0.5 }));
  const bright = [...groupByColour(inside, colours)].flatMap(([colour, rows]) =>
    inPortions(rows).map((each) => ({ rows: each, colour, alpha })),
  );
  return outside.length > linesAtOnce ? [...bright, ...portions] : [...portions, ...bright];
}

function inPortions(rows: readonly number[]): readonly (readonly number[])[] {
  const portions: (readonly number[])[] = [];
  for (let at = 0; at < rows.length; at += linesAtOnce / 4)
    portions.push(rows.slice(at, at + linesAtOnce / 4));
  return portions;
}

export function strokeRows(
  context: CanvasRenderingContext2D,
  plot: ParallelPlot,
  rows: readonly number[],
): void {
  context.beginPath();
  for (const row of rows) {
    for (const [index, axis] of plot.axes.entries()) {
      const top = plot.tops[index]?.[row] ?? 0;
      if (index === 0) context.moveTo(axis.left, top);
      else context.lineTo(axis.left, top);
    }
  }
  context.stroke();
}
