import { MlflowFailure } from './failure.ts';

/**
 * A page token says where the next page begins, and is good only for the query it was made for: it carries a hash
 * of it. Clients pass it on unread.
 * @param place JSON
 */
export function toPageToken(query: string, place: string): string {
  const bytes = new TextEncoder().encode(`${hash(query)}${place}`);
  return btoa(String.fromCharCode(...bytes));
}

/** The place that a token stands for, as JSON; `undefined` for no token. */
export function readPageToken(query: string, token: string | undefined): unknown {
  if (token === undefined || token === '') return undefined;
  const text = decode(token);
  const wanted = hash(query);
  if (!text.startsWith(wanted)) {
    throw invalid('Invalid page token: it was made for another query. Ask for the first page again.');
  }
  try {
    const place: unknown = JSON.parse(text.slice(wanted.length));
    return place;
  } catch {
    throw invalid('Invalid page token: it is damaged. Ask for the first page again.');
  }
}

export function invalid(message: string): MlflowFailure {
  return new MlflowFailure('INVALID_PARAMETER_VALUE', message);
}

function decode(token: string): string {
  try {
    const bytes = Uint8Array.from(atob(token), (char) => char.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw invalid('Invalid page token, could not base64-decode');
  }
}

/** FNV-1a over UTF-16, twice with other seeds: 16 hex digits. It guards against mistakes, not against malice. */
function hash(text: string): string {
  return [0x811c9dc5, 0x01000193]
    .map((seed) => {
      let value = seed;
      for (let index = 0; index < text.length; index += 1) {
        value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
      }
      return (value >>> 0).toString(16).padStart(8, '0');
    })
    .join('');
}
