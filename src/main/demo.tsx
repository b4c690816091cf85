import { openWasmDatabase } from '#adapters/database/browser/open-wasm.ts';
import { createClient } from '#client/call.ts';
import { createBrowserClock } from '#mock/browser-ports.ts';
import { createMockBackend } from '#mock/mock-backend.ts';
import { runSample } from '#sample/run-sample.ts';
import { createStudioClient } from '#studio/app/client.ts';
import { startStudio } from '#studio/app/start-studio.tsx';
import { setupWorker } from 'msw/browser';
import { showProgress } from './demo-progress.ts';
import { seedDemo } from './demo-seed.ts';

/** The demo: the studio over the very same backend, in this page. Nothing leaves the browser; a reload starts anew. */
const element = document.getElementById('root');
if (element === null) throw new Error('The page has no element with the id "root".');

const progress = showProgress(element, 'Starting a backend in your browser');
let shiftMs = 0;
const clock = createBrowserClock(() => shiftMs);
const databaseWorker = new Worker(new URL('./demo-database-worker.ts', import.meta.url), { type: 'module' });
const databasePort = await new Promise<MessagePort>((resolve, reject) => {
  databaseWorker.addEventListener('message', ({ ports: [port] }) => port !== undefined && resolve(port));
  databaseWorker.addEventListener('error', (event) => reject(new Error(event.message)));
});
const backend = await createMockBackend({
  database: await openWasmDatabase(databasePort),
  clock,
  version: 'demo',
  train: async ({ trackingUri, onProgress }) =>
    runSample({
      trackingUri,
      fetch: backend.app.fetch,
      user: 'sample',
      nowMs: () => clock.nowMs(),
      onProgress,
    }),
});

const { origin } = location;
await seedDemo({
  client: createClient({ baseUrl: origin, fetch: backend.app.fetch }),
  fetch: backend.app.fetch,
  origin,
  nowMs: Date.now(),
  setTime: (nowMs) => {
    shiftMs = nowMs - Date.now();
  },
  onProgress: (done, of) => progress.tell(`Training the team’s models in your browser: ${done} of ${of}`),
});
shiftMs = 0;

const worker = setupWorker(...backend.handlers);
await worker.start({
  serviceWorker: { url: new URL('mockServiceWorker.js', document.baseURI).href },
  onUnhandledFrame: 'bypass',
  quiet: true,
});
progress.remove();
startStudio({ element, client: createStudioClient(), addresses: 'hash' });
