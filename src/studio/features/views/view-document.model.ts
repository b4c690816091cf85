import { type ViewDocument, viewDocument, type ViewScreen } from '#contract/views.ts';
import { readParameter, writeParameter } from './parameter-value.model.ts';
import {
  chartParameters,
  passingParameters,
  screenParameters,
  screensWithCharts,
  type Writing,
} from './view-parameters.ts';

/**
 * What a screen's address says, as a document. Nothing is lost: parameters without a part of their own, or not written
 * as that part expects, are kept as they stand under `rest`.
 */
export function toViewDocument(screen: ViewScreen, search: URLSearchParams): ViewDocument {
  const parts: Record<string, unknown> = {};
  const charts: Record<string, unknown> = {};
  const rest: Record<string, readonly string[]> = {};
  for (const name of [...new Set(search.keys())].sort()) {
    if (passingParameters.has(name)) continue;
    const texts = search.getAll(name);
    const { part, writing, home } = placeOf(screen, name);
    const value = part === undefined ? undefined : readParameter(writing, texts);
    const wanted =
      part === undefined ? {} : home === 'charts' ? { charts: { [part]: value } } : { [part]: value };
    const fits =
      value !== undefined &&
      isSame(writeParameter(writing, value), texts) &&
      viewDocument.safeParse({ version: 1, screen, ...wanted }).success;
    if (part === undefined || !fits) rest[name] = texts;
    else if (home === 'charts') charts[part] = value;
    else parts[part] = value;
  }
  return viewDocument.parse({
    version: 1,
    screen,
    ...parts,
    ...(Object.keys(charts).length === 0 ? {} : { charts }),
    ...(Object.keys(rest).length === 0 ? {} : { rest }),
  });
}

/** The search of the address that shows a document. */
export function toViewSearch(document: ViewDocument): URLSearchParams {
  const search = new URLSearchParams();
  const append = (name: string, texts: readonly string[]): void => {
    for (const text of texts) search.append(name, text);
  };
  for (const [name, { part, writing }] of Object.entries(screenParameters[document.screen])) {
    append(name, writeParameter(writing, document[part]));
  }
  if (screensWithCharts.has(document.screen)) {
    for (const [name, { part, writing }] of Object.entries(chartParameters)) {
      append(name, writeParameter(writing, document.charts?.[part]));
    }
  }
  for (const [name, texts] of Object.entries(document.rest ?? {})) append(name, texts);
  return search;
}

/** Whether two documents show the same. */
export function isSameView(first: ViewDocument, second: ViewDocument): boolean {
  return printDocument(first) === printDocument(second);
}

/** A document as text to compare and keep: always in the same order. */
export function printDocument(document: ViewDocument): string {
  return JSON.stringify(viewDocument.parse(document), undefined, 2);
}

interface Place {
  readonly part: string | undefined;
  readonly writing: Writing;
  readonly home: 'screen' | 'charts';
}

function placeOf(screen: ViewScreen, name: string): Place {
  const own = screenParameters[screen][name];
  if (own !== undefined) return { ...own, home: 'screen' };
  const chart = screensWithCharts.has(screen) ? chartParameters[name] : undefined;
  return { part: chart?.part, writing: chart?.writing ?? 'text', home: 'charts' };
}

function isSame(written: readonly string[], texts: readonly string[]): boolean {
  return written.length === texts.length && written.every((text, index) => text === texts[index]);
}
