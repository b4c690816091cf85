import { type ReadSpan, UnreadableFile } from '#domain/window-reader.ts';
import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist';
// oxlint-disable-next-line import/default -- Vite makes it from `?url`
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;

const maxBytes = 64 * 1024 * 1024;
/** Pictures of more pixels are left out: a few bytes can stand for gigabytes of them. */
const maxPicturePixels = 64 * 1024 * 1024;

/**
 * Reads a PDF in a worker of its own. What comes out is drawn, never run: no script, form, link or file in it counts.
 * Throws `UnreadableFile`.
 */
export async function openPdf(size: number, read: ReadSpan): Promise<PDFDocumentProxy> {
  if (size > maxBytes) throw new UnreadableFile('It has more than 64 MiB.');
  const data = (await read(0, size)).slice();
  return getDocument({
    data,
    enableXfa: false,
    useWasm: false,
    maxImageSize: maxPicturePixels,
    disableAutoFetch: true,
    verbosity: 0,
  }).promise;
}
