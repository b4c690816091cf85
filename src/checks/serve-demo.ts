/** Serves the built demo from a plain static file server; `npm run demo` builds it first. */
import { join } from 'node:path';
import { startStaticServer } from './static-server.ts';

const port = Number(process.env['ATELIER_PORT'] ?? '4610');
const server = await startStaticServer(join(import.meta.dirname, '../../dist/demo'), { port });
console.log(`The Atelier demo is at ${server.url}`);
console.log('It has no server: the backend runs inside the page. Ctrl-C ends it.');
