/** `npm start`: builds the studio where its sources changed since the last build, then starts the server. */
import { enableCompileCache } from 'node:module';

enableCompileCache();
const { runCommand } = await import('./command.ts');
await runCommand(async () => {
  const { buildStudioIfStale } = await import('./studio-build.ts');
  await buildStudioIfStale();
});
