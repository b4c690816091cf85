/**
 * Keeps what a URL parser would silently resolve or cut from a request's path: dot segments (also encoded ones),
 * backslashes and `#`. They come out encoded once more, so that the server sees and refuses what the client
 * really sent, and never the place it leads to.
 */
export function keepTarget(target: string): string {
  const queryAt = target.indexOf('?');
  const path = queryAt === -1 ? target : target.slice(0, queryAt);
  if (!/[\\#]|\/(?:\.|%2e){1,2}(?:[/\\#]|$)/i.test(path)) return target;
  const kept = path
    .replaceAll('\\', '%5C')
    .replaceAll('#', '%23')
    .split('/')
    .map((segment) =>
      /^(?:\.|%2e){1,2}$/i.test(segment) ? segment.replaceAll(/\.|%2e/gi, '%252e') : segment,
    )
    .join('/');
  return queryAt === -1 ? kept : kept + target.slice(queryAt);
}
