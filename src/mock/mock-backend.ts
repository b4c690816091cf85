import { createInPageCompute } from '#adapters/compute/in-page/in-page-compute.ts';
import { createMemoryBlobs } from '#adapters/blobs/memory/memory-blobs.ts';
import { createApp, type App } from '#server/app.ts';
import type { SampleRequest } from '#server/ports/compute.ts';
import type { Database } from '#server/ports/database.ts';
import type { Clock } from '#server/ports/ports.ts';
import { http, HttpResponse, type RequestHandler } from 'msw';
import { createBrowserClock, createBrowserIds } from './browser-ports.ts';
import { createFaults, type Faults } from './faults.ts';

export interface MockOptions {
  readonly database: Database;
  /** What `sample.start` runs. */
  readonly train: (request: SampleRequest) => Promise<void>;
  readonly version: string;
  /** The time as the backend sees it; the machine's own by default. */
  readonly clock?: Clock;
}

export interface MockBackend {
  /** The very app that the Node server serves. */
  readonly app: App;
  readonly faults: Faults;
  /** For MSW's `setupWorker` or `setupServer`. */
  readonly handlers: readonly RequestHandler[];
}

/** Everything the server answers besides the studio's own files. */
const paths = ['*/api/*', '*/ajax-api/*', '*/ws/*', '*/health', '*/version', '*/get-artifact'];

/** Atelier's own server, mounted in MSW over a database in the browser: the mock cannot drift from the server. */
export async function createMockBackend(options: MockOptions): Promise<MockBackend> {
  const clock = options.clock ?? createBrowserClock();
  const faults = createFaults((ms) => clock.sleep(ms));
  const app = await createApp({
    database: options.database,
    blobs: createMemoryBlobs(),
    compute: createInPageCompute(options.train),
    clock,
    ids: createBrowserIds(clock),
    settings: {
      artifactRoot: 'mlflow-artifacts:/',
      // A service worker only ever sees requests of its own page.
      allowedHosts: undefined,
      version: options.version,
      publicUrl: undefined,
    },
  });
  const handlers = paths.map((path) =>
    http.all(path, async ({ request }) => (await faults.around(request, app.fetch)) ?? HttpResponse.error()),
  );
  return { app, faults, handlers };
}
