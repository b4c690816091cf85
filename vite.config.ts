import { readFile } from 'node:fs/promises';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { browserFlags, findBrowser } from './src/checks/browser.ts';

const serverRooms = 'domain,contract,client,server,adapters,mock,sample,bench,main,checks';
const studioLibraries = [
  '@mantine/core',
  '@mantine/hooks',
  '@tabler/icons-react',
  '@tanstack/react-query',
  'echarts',
  'echarts/charts',
  'echarts/components',
  'echarts/core',
  'echarts/renderers',
  'fast-check',
  'hono',
  'msw',
  'msw/browser',
  'react',
  'react-dom',
  'react-dom/client',
  'react-router',
  'react-router/dom',
  'react/jsx-dev-runtime',
  'react/jsx-runtime',
  'yaml',
  'zod',
  'zustand',
];
const apiPaths = ['^/api/', '^/ajax-api/', '^/ws/', '^/health$', '^/version$', '^/get-artifact'];

export default defineConfig(({ mode }) => {
  const demo = mode === 'demo';
  const server = `http://127.0.0.1:${process.env['ATELIER_PORT'] ?? '4601'}`;
  return {
    // The demo lies in any folder of a static host; the studio is served by its own server at the root.
    base: demo ? './' : '/',
    plugins: [react(), demo && [demoEntry(), mockWorker()]],
    build: {
      outDir: demo ? 'dist/demo' : 'dist/studio',
      target: 'es2022',
      sourcemap: true,
      chunkSizeWarningLimit: 1200,
    },
    worker: { format: 'es' },
    // sqlite-wasm finds its .wasm beside its own module, so it must not be bundled in advance.
    optimizeDeps: { exclude: ['@sqlite.org/sqlite-wasm'] },
    server: {
      host: '127.0.0.1',
      port: 4600,
      strictPort: true,
      proxy: demo ? {} : Object.fromEntries(apiPaths.map((path) => [path, { target: server }])),
    },
    test: {
      coverage: {
        provider: 'v8',
        include: ['src/**/*.{ts,tsx}'],
        exclude: ['**/*.test.{ts,tsx}', '**/*.suite.ts', 'src/checks/**', 'src/bench/**', 'src/main/**'],
        reporter: ['text-summary', 'json-summary', 'html'],
        reportsDirectory: 'coverage',
      },
      projects: [
        {
          extends: true,
          test: {
            name: 'unit',
            environment: 'node',
            include: [`src/{${serverRooms}}/**/*.test.ts`],
            exclude: ['src/checks/canaries.test.ts'],
            // A test says by what it finds that something is wrong, not by how busy the machine is.
            testTimeout: 120_000,
            hookTimeout: 120_000,
          },
        },
        {
          extends: true,
          test: {
            name: 'walls',
            environment: 'node',
            include: ['src/checks/canaries.test.ts'],
            testTimeout: 60_000,
            hookTimeout: 180_000,
          },
        },
        {
          extends: true,
          plugins: [mockWorker()],
          // Two runs at once in one tree take a port each.
          server: { strictPort: false },
          // Named here, or Vite finds them one by one and reloads the page under the running tests.
          optimizeDeps: { include: studioLibraries },
          test: {
            name: 'studio',
            include: ['src/studio/**/*.test.{ts,tsx}'],
            testTimeout: 60_000,
            expect: { poll: { timeout: 20_000 } },
            browser: {
              enabled: true,
              headless: true,
              screenshotFailures: false,
              provider: playwright({ launchOptions: browserLaunch() }),
              instances: [{ browser: 'chromium', viewport: { width: 1280, height: 800 } }],
            },
          },
        },
      ],
    },
  };
});

function browserLaunch(): { args: string[]; executablePath?: string } {
  const executablePath = findBrowser();
  return executablePath === undefined ? { args: browserFlags } : { args: browserFlags, executablePath };
}

/** In mode demo the page starts the studio over the backend that runs inside the browser. */
function demoEntry(): Plugin {
  return {
    name: 'atelier-demo',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) => html.replace('/src/main/studio.tsx', '/src/main/demo.tsx'),
    },
  };
}

/** MSW's service worker, beside the page that it serves. */
function mockWorker(): Plugin {
  const worker = 'mockServiceWorker.js';
  const source = () =>
    readFile(new URL('./node_modules/msw/lib/mockServiceWorker.js', import.meta.url), 'utf8');
  return {
    name: 'atelier-mock-worker',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (request.url?.split('?')[0] !== `/${worker}`) return next();
        source().then((text) => response.setHeader('content-type', 'text/javascript').end(text), next);
      });
    },
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: worker, source: await source() });
    },
  };
}
