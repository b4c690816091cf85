import { operations } from '#contract/operations.ts';
import { Problem } from '#contract/problem.ts';
import { Hono } from 'hono';
import { handlers } from './handlers.ts';
import { refuseForeign } from './http/guard.ts';
import { serveOperation, toProblemResponse } from './http/route.ts';
import type { Ports } from './ports/ports.ts';
import { mountMlflow } from './protocols/mlflow/mount.ts';
import { createServices, type Services } from './services.ts';

/** The whole backend as one function from request to response. No port is opened here. */
export interface App {
  fetch(this: void, request: Request): Promise<Response>;
  readonly services: Services;
}

/** Makes the backend over the given ports, with the default workspace in place. */
export async function createApp(ports: Ports): Promise<App> {
  const services = createServices(ports);
  await services.workspaces.ensureDefault();
  await services.artifacts.sweepUploads();
  const router = new Hono();
  router.use(async (c, next) => {
    await next();
    c.res.headers.set('x-content-type-options', 'nosniff');
  });
  const bound = new Map(handlers.map((handler) => [handler.operation.id, handler]));
  for (const operation of operations) {
    const handler = bound.get(operation.id);
    if (handler === undefined) throw new Error(`The operation ${operation.id} has no handler.`);
    const path = operation.path.replaceAll(/\{(\w+)\}/g, ':$1');
    router.on(operation.method, path, async (c) =>
      serveOperation(handler, services, c.req.raw, c.req.param()),
    );
  }
  const mlflow = mountMlflow(router, services);
  router.notFound(
    (c) =>
      mlflow.refuse(c.req.raw) ??
      toProblemResponse(
        new Problem('not-found', `Atelier has no ${c.req.method} ${c.req.path}.`, { path: c.req.path }),
      ),
  );
  router.onError((error) => toProblemResponse(error));
  return {
    services,
    async fetch(request) {
      const refused = refuseForeign(request, ports.settings);
      if (refused !== undefined) return mlflow.fail(request, refused) ?? toProblemResponse(refused);
      // Logging clients call thousands of times a second: their calls do not go through the router.
      return mlflow.serve(request) ?? router.fetch(request);
    },
  };
}
