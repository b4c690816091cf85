import { serveWasmDatabase } from '#adapters/database/browser/serve-wasm.ts';
import { definitions } from '#server/definitions.ts';
import { migrations } from '#server/schema/migrations.ts';

/** One end of a channel whose other end the page was sent. */
const { port1, port2 } = new MessageChannel();
globalThis.postMessage('port', { transfer: [port2] });

void serveWasmDatabase(port1, migrations, definitions);
