import { afterAll } from 'vitest';
import { databaseSuite } from '../database.suite.ts';
import { probeDefinitions, probeMigrations } from '../probe.ts';
import { openWasmDatabase } from './open-wasm.ts';
import { serveWasmDatabase } from './serve-wasm.ts';

const ports: MessagePort[] = [];

afterAll(() => {
  for (const port of ports) port.close();
});

databaseSuite('SQLite as WebAssembly, over a message port', {
  keepsData: false,
  sameThread: false,
  reset: () => Promise.resolve(),
  open: async () => {
    const { port1, port2 } = new MessageChannel();
    ports.push(port1, port2);
    void serveWasmDatabase(port1, probeMigrations, probeDefinitions);
    return openWasmDatabase(port2);
  },
});
