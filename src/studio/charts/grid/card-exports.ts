import type { Client } from '#client/call.ts';
import { saveFile } from '#studio/ui/save-file.ts';
import { trackingUri } from '#studio/ui/log-snippet.model.ts';
import { toast } from '#studio/ui/toast.store.ts';
import { drawPicture } from '../export/line-picture.ts';
import { toCsv, toMarkdown, toPython } from '../export/line-text.ts';
import { toPngFile, toSvgFile } from '../export/picture-file.ts';
import { saveAllPoints } from '../export/save-all-points.ts';
import { resolveChoice, shareOf } from '../line/drawn-line.model.ts';
import { zoneOf } from '../line/line-chart.tsx';
import { readChartTheme } from '../scene/chart-theme.ts';
import { type CardActionsProps, rangeOf } from './metric-card-props.ts';
import { describeShare } from './share-text.ts';

interface ExportChoice {
  readonly label: string;
  readonly run: () => void | Promise<void>;
}

/** What a chart can be taken away as; each says whether it is what is drawn or all that was logged. */
export function exportChoices(
  props: CardActionsProps,
  client: Client,
  scheme: 'light' | 'dark',
): readonly ExportChoice[] {
  const { workspace, metric, lines, view, card } = props;
  const file = fileName(metric);
  const picture = () => {
    const theme = readChartTheme(card.current ?? document.documentElement, scheme);
    return { theme, scene: drawPicture(pictureSubject(props), theme) };
  };
  return [
    {
      label: 'Picture (PNG)',
      async run() {
        const { theme, scene } = picture();
        saveFile(`${file}.png`, await toPngFile(scene, theme), 'image/png');
      },
    },
    {
      label: 'Picture (SVG)',
      run() {
        const { theme, scene } = picture();
        saveFile(`${file}.svg`, toSvgFile(scene, theme, metric), 'image/svg+xml');
      },
    },
    {
      label: 'Points as drawn (CSV)',
      run: () => saveFile(`${file}-drawn.csv`, toCsv(lines, view.x, metric), 'text/csv'),
    },
    {
      label: 'All logged points (CSV)',
      run: async () => saveAllPoints(client, { workspace, metric, lines, name: `${file}-all.csv` }),
    },
    { label: 'Copy as a Markdown table', run: async () => copy(toMarkdown(lines, metric)) },
    {
      label: 'Copy as Python',
      run: async () => copy(toPython(lines, metric, trackingUri(location.origin, workspace))),
    },
    { label: 'Copy the link', run: async () => copy(location.href) },
  ];
}

function pictureSubject({ metric, lines, view }: CardActionsProps) {
  const range = rangeOf(view, metric);
  const { smoothing, ghost } = view;
  const look = { choice: resolveChoice(view.choice, lines.length), smoothing, ghost };
  return {
    title: metric,
    share: describeShare(shareOf(lines, range), look),
    link: location.href.length > 160 ? `${location.href.slice(0, 159)}…` : location.href,
    lines,
    view: {
      x: view.x,
      log: view.log,
      xRange: range,
      yRange: view.yRanges.get(metric),
      fit: view.fit && !view.whole.includes(metric),
    },
    zoneMs: zoneOf(lines),
  };
}

async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  toast({ message: 'Copied' });
}

/** A name that every file system takes. */
export function fileName(metric: string): string {
  const name = metric.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[-.]+/, '');
  return name.slice(0, 80) || 'chart';
}
