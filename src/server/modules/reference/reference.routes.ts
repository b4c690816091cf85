import { toOpenApi } from '#contract/openapi.ts';
import type { Operation } from '#contract/operation.ts';
import { getOpenApi, getReferencePage } from '#contract/reference.ts';
import { handle, type Handler } from '#server/http/handler.ts';
import { toReferencePage } from './reference-page.ts';

/** Takes the list of operations, which holds these two as well. */
export function createReferenceHandlers(operations: readonly Operation[]): readonly Handler[] {
  return [
    handle(getOpenApi, async (_input, { services }) =>
      toOpenApi(operations, services.ports.settings.version),
    ),
    handle(
      getReferencePage,
      async (_input, { services }) =>
        new Response(toReferencePage(operations, services.ports.settings.version), {
          headers: {
            'content-type': 'text/html; charset=utf-8',
            'content-security-policy':
              "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
          },
        }),
    ),
  ];
}
