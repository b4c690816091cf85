import { Problem } from '#contract/problem.ts';
import type { ServerSettings } from '../ports/ports.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what a page on another origin could make a browser send: a Host that is not ours (DNS rebinding), and
 * any request whose Origin (or Sec-Fetch-Site) says it comes from elsewhere. Clients that are not browsers send
 * neither. No CORS header is ever answered, so another origin cannot read either.
 */
export function refuseForeign(request: Request, settings: ServerSettings): Problem | undefined {
  if (settings.allowedHosts === undefined) return undefined;
  const host = request.headers.get('host') ?? new URL(request.url).host;
  if (!settings.allowedHosts.includes(hostName(host))) {
    return new Problem('forbidden', `Atelier does not answer under the host name "${hostName(host)}".`, {
      host,
    });
  }
  const origin = request.headers.get('origin');
  if (origin !== null && origin !== `http://${host}` && origin !== `https://${host}`) {
    return new Problem('forbidden', 'A page on another origin may not call Atelier.', { origin });
  }
  const site = request.headers.get('sec-fetch-site');
  if (site === 'cross-site' && !safeMethods.has(request.method)) {
    return new Problem('forbidden', 'A page on another site may not call Atelier.');
  }
  return undefined;
}

/** The name without the port; IPv6 keeps its brackets. */
function hostName(host: string): string {
  return host.replace(/:\d+$/, '').toLowerCase();
}
