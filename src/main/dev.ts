/**
 * `npm run dev`: the server on port 4601, and Vite on port 4600 in front of it, which hands API calls on and
 * reloads the studio as it is edited. Ctrl-C ends both.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const serverPort = process.env['ATELIER_PORT'] ?? '4601';
const env = {
  ...process.env,
  ATELIER_PORT: serverPort,
  ATELIER_PUBLIC_URL: `http://127.0.0.1:${serverPort}`,
};

const flags = ['--disable-warning=ExperimentalWarning', '--watch', '--watch-preserve-output'];
const commands = [
  [...flags, join(root, 'src/main/server.ts'), ...process.argv.slice(2)],
  [join(root, 'node_modules/vite/bin/vite.js')],
];
const children = commands.map((args) => spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' }));

// Ctrl-C reaches the whole group by itself; a signal to this process alone is passed on.
const stop = () => {
  for (const child of children) child.kill('SIGTERM');
};
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
for (const child of children) {
  child.on('exit', (code) => {
    process.exitCode ??= code ?? 0;
    stop();
  });
}
