import { createClient } from '#client/call.ts';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, onTestFinished, test, vi } from 'vitest';
import { useConnection } from './connection.store.ts';
import { ClientProvider } from '../query/client-context.ts';
import { useLiveWorkspace } from './use-live-workspace.ts';

function Watching() {
  useLiveWorkspace('vision');
  return null;
}

test('the stream is opened again as soon as any call is answered', async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const opened: { onerror: ((event: Event) => void) | null }[] = [];
  class Stream {
    onerror: ((event: Event) => void) | null = null;
    constructor() {
      opened.push(this);
    }
    close(): void {
      this.onerror = null;
    }
  }
  vi.stubGlobal('EventSource', Stream);
  const root = createRoot(document.createElement('div'));
  onTestFinished(async () => {
    await act(async () => root.unmount());
    vi.unstubAllGlobals();
    useConnection.setState({ lostAtMs: undefined });
  });
  await act(async () =>
    root.render(
      <ClientProvider value={createClient({ baseUrl: '', fetch: async () => Response.error() })}>
        <QueryClientProvider client={new QueryClient()}>
          <Watching />
        </QueryClientProvider>
      </ClientProvider>,
    ),
  );
  opened.at(-1)?.onerror?.(new Event('error'));
  useConnection.setState({ lostAtMs: 1 });
  expect(opened).toHaveLength(1);
  useConnection.setState({ lostAtMs: undefined });
  expect(opened).toHaveLength(2);
});
