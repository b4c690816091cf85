import { MlflowFailure, toFailureResponse } from './failure.ts';

/** The MLflow version whose API this is. Clients compare it: below 3.4 they would leave out what they could send. */
const compatibleVersion = '3.17.2';

/** The few paths of MLflow's that answer plain text or nothing of ours, outside the table of calls. */
export function plainAnswer(method: string, path: string, ownVersion: string): Response | undefined {
  switch (path) {
    case '/health':
      return textAnswer(method, 'OK', {});
    case '/version':
      return textAnswer(method, compatibleVersion, { 'x-atelier-version': ownVersion });
    case '/v1/traces':
      return toFailureResponse(
        new MlflowFailure('NOT_IMPLEMENTED', 'Tracing (/v1/traces) is not part of this version of Atelier.'),
      );
    case '/graphql':
      return toFailureResponse(
        new MlflowFailure(
          'NOT_IMPLEMENTED',
          "Atelier does not answer GraphQL, which only MLflow's own pages use.",
        ),
      );
    default:
      return undefined;
  }
}

function textAnswer(method: string, text: string, headers: Readonly<Record<string, string>>): Response {
  if (method !== 'GET' && method !== 'HEAD') {
    return toFailureResponse(
      new MlflowFailure('BAD_REQUEST', `This address does not answer to ${method}.`, 405),
    );
  }
  return new Response(method === 'HEAD' ? null : text, {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
      ...headers,
    },
  });
}
