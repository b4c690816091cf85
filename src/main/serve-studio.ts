import type { App } from '#server/app.ts';
import { refuseForeign } from '#server/http/guard.ts';
import type { ServerSettings } from '#server/ports/ports.ts';
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
  async function answerPage(path: string, request: Request): Promise<Response | undefined> {
    const file = await studio.file(path, request);
    if (file !== undefined) return file;
    const wantsPage = path === '/' || request.headers.get('accept')?.includes('text/html') === true;
    return wantsPage && !path.startsWith('/assets/') ? studio.page(request) : undefined;
  }

  return async (request) => {
    const path = request.url.slice(request.url.indexOf('/', 8)).split(/[?#]/, 1)[0] ?? '/';
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (!isRead || serverPath.test(path) || refuseForeign(request, settings) !== undefined)
      return app.fetch(request);
    return (await answerPage(path, request)) ?? app.fetch(request);
  };
}
