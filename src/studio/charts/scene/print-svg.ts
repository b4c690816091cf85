import type { Frame, Mark, PathMark, Pen, Scene, TextMark } from './scene.ts';

interface SvgLook {
  readonly background: string;
  readonly font: string;
  /** For those who cannot see it, and for the file's own title. */
  readonly title: string;
}

/** A scene as the text of an SVG file: the same marks as on screen, to be scaled without loss. */
export function printSvg(scene: Scene, look: SvgLook): string {
  const { width, height } = scene.size;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`,
    ` font-family="${escapeXml(look.font)}">`,
    `<title>${escapeXml(look.title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${escapeXml(look.background)}"/>`,
    `<clipPath id="frame">${rectOf(scene.frame)}</clipPath>`,
    ...scene.back.map(printMark),
    '<g clip-path="url(#frame)">',
    ...scene.data.map(printMark),
    '</g>',
    ...scene.front.map(printMark),
    '</svg>',
  ].join('');
}

function rectOf({ left, top, width, height }: Frame): string {
  return `<rect x="${left}" y="${top}" width="${width}" height="${height}"/>`;
}

function printMark(mark: Mark): string {
  return mark.kind === 'path' ? printPath(mark) : printText(mark);
}

function printPath({ trace, stroke, fill, width, dash, opacity }: PathMark): string {
  const pen = createSvgPen();
  trace(pen);
  const attributes = {
    d: pen.text(),
    fill: fill ?? 'none',
    stroke,
    'stroke-width': stroke === undefined ? undefined : (width ?? 1),
    'stroke-dasharray': dash === undefined || dash.length === 0 ? undefined : dash.join(' '),
    'stroke-linejoin': stroke === undefined ? undefined : 'bevel',
    opacity,
  };
  return `<path${printAttributes(attributes)}/>`;
}

function printText(mark: TextMark): string {
  const attributes = {
    x: round(mark.x),
    y: round(mark.y),
    fill: mark.colour,
    'font-size': mark.size ?? 12,
    'font-weight': mark.bold === true ? 600 : undefined,
    'text-anchor': mark.align ?? 'start',
    'dominant-baseline': 'central',
  };
  return `<text${printAttributes(attributes)}>${escapeXml(mark.text)}</text>`;
}

function printAttributes(attributes: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('');
}

/** Records what is drawn as the text of a path. */
function createSvgPen(): Pen & { text(): string } {
  const parts: string[] = [];
  return {
    moveTo: (x, y) => parts.push(`M${round(x)} ${round(y)}`),
    lineTo: (x, y) => parts.push(`L${round(x)} ${round(y)}`),
    // Whole circles only, from the right and round: an arc that ends where it begins would be nothing.
    arc: (x, y, radius) =>
      parts.push(
        `M${round(x + radius)} ${round(y)}a${radius} ${radius} 0 1 1 ${-2 * radius} 0a${radius} ${radius} 0 1 1 ${2 * radius} 0`,
      ),
    closePath: () => parts.push('Z'),
    text: () => parts.join(''),
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** XML has no place for most control characters, however they are written. */
function escapeXml(text: string): string {
  return (
    text
      // oxlint-disable-next-line no-control-regex -- these are the very ones meant
      .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}
