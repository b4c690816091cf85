/** How an artifact's name decides under which media type it travels. */

const textExtensions = new Set(
  `txt log err cfg conf cnf cf ini properties prop hocon toml yaml yml xml json jsonl ndjson js mjs cjs ts tsx jsx
  css sql sh bat r jl go rs java c h cpp hpp py py3 ipynb csv tsv md rst tex diff patch lock dockerfile mlmodel
  mlproject license readme makefile gitignore env srt vtt ics`.split(/\s+/),
);

const imageTypes = new Map(
  Object.entries({
    png: 'image/png',
    jpg: 'image/jpeg',
    jpeg: 'image/jpeg',
    gif: 'image/gif',
    webp: 'image/webp',
  }),
);

/** What a browser plays or draws by itself, and that cannot act. */
const mediaTypes = new Map(
  Object.entries({
    ...Object.fromEntries(imageTypes),
    avif: 'image/avif',
    bmp: 'image/bmp',
    ico: 'image/x-icon',
    aac: 'audio/aac',
    flac: 'audio/flac',
    m4a: 'audio/mp4',
    mp3: 'audio/mpeg',
    oga: 'audio/ogg',
    ogg: 'audio/ogg',
    opus: 'audio/ogg',
    wav: 'audio/wav',
    m4v: 'video/mp4',
    mp4: 'video/mp4',
    mov: 'video/quicktime',
    ogv: 'video/ogg',
    webm: 'video/webm',
  }),
);

const pageTypes = new Map(
  Object.entries({
    html: 'text/html; charset=utf-8',
    htm: 'text/html; charset=utf-8',
    svg: 'image/svg+xml',
  }),
);

const text = 'text/plain; charset=utf-8';
const bytes = 'application/octet-stream';

/** The type of a download, as MLflow chooses it: every text-like name is plain text, whatever it holds. */
export function downloadType(path: string): string {
  const extension = extensionOf(path);
  if (textExtensions.has(extension)) return text;
  return imageTypes.get(extension) ?? (extension === 'pdf' ? 'application/pdf' : bytes);
}

/**
 * The type under which a viewer may show an artifact in place, or `undefined` where it may only be downloaded.
 * A `page` could run scripts, and must be shown in a sandbox with an origin of its own.
 */
export function viewType(path: string): { readonly type: string; readonly page: boolean } | undefined {
  const extension = extensionOf(path);
  const page = pageTypes.get(extension);
  if (page !== undefined) return { type: page, page: true };
  if (textExtensions.has(extension)) return { type: text, page: false };
  const media = mediaTypes.get(extension);
  return media === undefined ? undefined : { type: media, page: false };
}

/** Lower-case; a name without a dot is its own extension (`MLmodel`). */
function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}
