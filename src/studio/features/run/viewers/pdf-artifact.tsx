import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { formatInteger } from '#studio/ui/number.model.ts';
import { ShowMore } from '#studio/ui/show-more.tsx';
import { SkeletonRows } from '#studio/ui/skeleton-rows.tsx';
import artifacts from '../artifacts.module.css';
import type { FilePlace } from './file-place.ts';
import { openPdf } from './open-pdf.ts';
import { Unreadable } from './unreadable.tsx';
import { useParsedFile } from './use-parsed-file.ts';
import classes from './viewers.module.css';

const pagesAtOnce = 20;
/** Width of a page on screen, in CSS pixels; drawn as sharp as the screen is. */
const pageWidth = 820;

/** A PDF, page under page. */
export function PdfArtifact({ name, ...place }: FilePlace & { readonly name: string }) {
  const [shown, setShown] = useState(pagesAtOnce);
  const { data, error, refetch } = useParsedFile(place, { kind: 'pdf', parse: openPdf });
  useEffect(() => () => void data?.loadingTask.destroy(), [data]);
  if (error !== null) {
    return <Unreadable name={name} what="a PDF" error={error} onRetry={() => void refetch()} />;
  }
  if (data === undefined) return <SkeletonRows rows={8} what={name} />;
  const count = Math.min(shown, data.numPages);
  return (
    <>
      <p className={artifacts['quiet']}>
        {formatInteger(data.numPages)} {data.numPages === 1 ? 'page' : 'pages'}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by key */}
      <section className={classes['pages']} tabIndex={0} aria-label={name}>
        {Array.from({ length: count }, (_none, index) => (
          <PdfPage key={index} file={data} number={index + 1} />
        ))}
        <ShowMore
          shown={count}
          total={data.numPages}
          what="pages"
          step={pagesAtOnce}
          onMore={() => setShown((before) => before + pagesAtOnce)}
        />
      </section>
    </>
  );
}

interface PdfPageProps {
  readonly file: PDFDocumentProxy;
  /** From 1. */
  readonly number: number;
}

function PdfPage({ file, number }: PdfPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [text, setText] = useState('');
  useEffect(() => {
    const target = canvas.current;
    if (target === null) return undefined;
    let stop = (): void => undefined;
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      const drawing = draw(file, number, target, setText);
      stop = drawing.stop;
    });
    observer.observe(target);
    return () => {
      observer.disconnect();
      stop();
    };
  }, [file, number]);
  return (
    <figure style={{ margin: 0 }} aria-label={`Page ${formatInteger(number)}`}>
      <canvas ref={canvas} width={pageWidth} height={pageWidth * 1.3} aria-hidden="true" />
      <figcaption className="visually-hidden">{text}</figcaption>
    </figure>
  );
}

const longestText = 20_000;

function draw(
  file: PDFDocumentProxy,
  number: number,
  canvas: HTMLCanvasElement,
  onText: (text: string) => void,
): { readonly stop: () => void } {
  let stopped = false;
  let cancel = (): void => undefined;
  async function run(): Promise<void> {
    const page = await file.getPage(number);
    if (stopped) return;
    const task = page.render({ canvas, viewport: fit(page, canvas) });
    cancel = () => task.cancel();
    await task.promise;
    const { items } = await page.getTextContent();
    if (stopped) return;
    const words = items.map((item) => ('str' in item ? item.str : '')).join(' ');
    onText(words.slice(0, longestText));
  }
  run().catch(() => {
    // A page that cannot be drawn stays empty; the others do not suffer.
    if (!stopped) onText('This page could not be drawn.');
  });
  return {
    stop: () => {
      stopped = true;
      cancel();
    },
  };
}

/** Sizes the canvas for a page, at most as wide as it is shown and no taller than a browser can draw. */
function fit(page: PDFPageProxy, canvas: HTMLCanvasElement) {
  const natural = page.getViewport({ scale: 1 });
  const sharp = Math.min(2, window.devicePixelRatio);
  const scale = Math.min((pageWidth * sharp) / natural.width, 8000 / natural.height, 8000 / natural.width);
  const viewport = page.getViewport({ scale });
  canvas.width = Math.max(1, Math.floor(viewport.width));
  canvas.height = Math.max(1, Math.floor(viewport.height));
  canvas.style.inlineSize = `${viewport.width / sharp}px`;
  return viewport;
}
