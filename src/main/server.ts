/** The server alone: serves the studio as it was last built. `start.ts` builds it first where that is needed. */
import { enableCompileCache } from 'node:module';

enableCompileCache();
const { runCommand } = await import('./command.ts');
await runCommand(async () => undefined);
