/**
 * Parts of MLflow's API that Atelier does not have: the first segments of their paths, and what they are, for the
 * message. They are answered 501, which no client retries, and never as an unknown page.
 */
export const refusedFamilies: readonly { readonly starts: readonly string[]; readonly what: string }[] = [
  {
    starts: ['registered-models', 'model-versions'],
    what: 'The model registry',
  },
  { starts: ['traces', 'unified-traces', 'get-trace-artifact', 'get-online-trace-details'], what: 'Tracing' },
  { starts: ['webhooks'], what: 'Webhooks' },
  { starts: ['datasets'], what: 'Evaluation data sets' },
  { starts: ['gateway', 'gateway-proxy', 'gateway-secrets'], what: 'The AI gateway' },
  { starts: ['scorers', 'scorer'], what: 'Scorers' },
  { starts: ['issues'], what: 'Issues' },
  { starts: ['prompt-optimization', 'prompts'], what: 'Prompt optimisation' },
  { starts: ['label-schemas', 'review-queues'], what: 'Review queues' },
  { starts: ['mcp-servers'], what: 'The registry of MCP servers' },
  { starts: ['genai', 'jobs', 'demo', 'assistant'], what: 'Server-side evaluation' },
  { starts: ['users', 'roles'], what: "MLflow's own user administration" },
];
