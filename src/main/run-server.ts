import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openFilesystemBlobs } from '#adapters/blobs/filesystem/filesystem-blobs.ts';
import { createLocalCompute } from '#adapters/compute/local/local-compute.ts';
import { createApp } from '#server/app.ts';
import { localPersonId } from '#server/http/caller.ts';
import { defaultWorkspaceSlug } from '#server/modules/workspaces/workspaces.service.ts';
import type { ServerSettings } from '#server/ports/ports.ts';
import type { Services } from '#server/services.ts';
import { openHome } from './home-folder.ts';
import { listen } from './listener.ts';
import { openDirectArtifacts } from './direct-artifacts.ts';
import { openHomeDatabase } from './open-home-database.ts';
import { serveStudio } from './serve-studio.ts';
import type { Settings } from './settings.ts';
import { openStudioFiles } from './studio-files.ts';
import { createSystemClock, createSystemIds } from './system-ports.ts';

export interface RunningServer {
  /** Where it is reached, without a trailing slash. */
  readonly url: string;
  /** Ends event streams, lets other calls finish for a while, then closes the database. */
  close(this: void): Promise<void>;
}

/** How long calls under way may take once the server was asked to stop; with the database's part, within 2 s. */
const graceMs = 1200;

const root = join(import.meta.dirname, '../..');
const loopbackNames = ['localhost', '127.0.0.1', '[::1]'];

/** Puts the server together from its parts and starts it. Expected failures are Problems of one line. */
export async function runServer(settings: Settings): Promise<RunningServer> {
  const stopping = new AbortController();
  const clock = createSystemClock(stopping.signal);
  const home = await openHome(settings.home);
  const compute = createLocalCompute({ sampleProgram: join(import.meta.dirname, 'sample.ts') });
  const database = await openHomeDatabase(settings, home);
  try {
    const serverSettings: ServerSettings = {
      artifactRoot: settings.artifactRoot,
      allowedHosts: [...loopbackNames, settings.host.toLowerCase(), ...settings.allowedHosts],
      version: await readVersion(),
      publicUrl: settings.publicUrl,
    };
    const blobs = await openFilesystemBlobs({ root: home.artifacts });
    const ids = createSystemIds(() => clock.nowMs());
    const app = await createApp({
      database,
      blobs,
      directArtifacts: openDirectArtifacts(settings.artifactRoot),
      compute,
      clock,
      ids,
      settings: serverSettings,
    });
    const studio = await openStudioFiles(join(root, 'dist/studio'));
    const listener = await listen(serveStudio(app, studio, serverSettings), settings.host, settings.port);
    const url = `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${listener.port}`;
    if (settings.sample) await startSample(app.services, url);
    return {
      url,
      async close() {
        const closed = listener.close(graceMs);
        const folded = app.services.metrics.close();
        stopping.abort();
        await Promise.all([compute.close(), closed, folded]);
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function startSample({ workspaces, sample }: Services, url: string): Promise<void> {
  const workspace = await workspaces.bySlug(defaultWorkspaceSlug);
  await sample.start(workspace, url, { personId: localPersonId, name: 'Local person', via: 'cli' });
}

/** Atelier's own version, from its package. */
export async function readVersion(): Promise<string> {
  const content: unknown = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const version =
    typeof content === 'object' && content !== null && 'version' in content ? content.version : '';
  return String(version);
}
