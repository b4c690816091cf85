import { runSample } from '#sample/run-sample.ts';

/** The sample trainings as a program: `node src/main/sample.ts <tracking URI>`. Tells its progress line by line. */
const [, , trackingUri] = process.argv;
if (trackingUri === undefined) throw new Error('Give the tracking URI to log to.');

await runSample({
  trackingUri,
  fetch: async (request) => fetch(request),
  user: 'sample',
  nowMs: () => Date.now(),
  onProgress: (done, of) => process.stdout.write(`${JSON.stringify({ done, of })}\n`),
});
