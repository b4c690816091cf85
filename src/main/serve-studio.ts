import type { App } from '#server/app.ts';
import { guard } from '#server/http/guard.ts';
import type { ServerSettings } from '#server/ports/ports.ts';
import { Hono } from 'hono';
import type { StudioFiles } from './studio-files.ts';

/** Paths that are never a page of the studio. */
const serverPath =
  /^\/(api|ajax-api|get-artifact|model-versions\/get-artifact|health|version)(\/|$)|^\/ws\/[^/]+\/(api|ajax-api|get-artifact|model-versions|health|version)(\/|$)/;

/** The server's app, with the studio's files and pages at every address that is not the server's. */
export function serveStudio(
  app: App,
  studio: StudioFiles,
  settings: ServerSettings,
): (request: Request) => Promise<Response> {
  const pages = new Hono();
  pages.use(guard(settings));
  pages.get('*', async (c) => {
    const request = c.req.raw;
    const file = await studio.file(c.req.path, request);
    if (file !== undefined) return file;
    const wantsPage = request.headers.get('accept')?.includes('text/html') === true;
    return wantsPage && !c.req.path.startsWith('/assets/') ? studio.page(request) : app.fetch(request);
  });
  pages.all('*', (c) => app.fetch(c.req.raw));
  return async (request) => {
    const path = request.url.slice(request.url.indexOf('/', 8)).split('?', 1)[0] ?? '/';
    return serverPath.test(path) ? app.fetch(request) : pages.fetch(request);
  };
}
