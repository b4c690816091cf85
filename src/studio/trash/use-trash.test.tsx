import { createClient } from '#client/call.ts';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, onTestFinished, test, vi } from 'vitest';
import { ClientProvider } from '#studio/query/client-context.ts';
import { undoNewest, useToasts } from '#studio/ui/toast.store.ts';
import { useTrash } from './use-trash.ts';

test('Undo takes back what was moved, not what was in the trash before', async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const asked: [string, unknown][] = [];
  const client = createClient({
    baseUrl: '',
    fetch: async (request) => {
      asked.push([new URL(request.url).pathname, await request.json()]);
      return Response.json({ changed: 1, runIds: ['b'] });
    },
  });
  function Trashing() {
    const trash = useTrash('vision', () => undefined);
    return (
      <button type="button" onClick={() => trash.discard(['a', 'b'])}>
        Delete
      </button>
    );
  }
  const element = document.body.appendChild(document.createElement('div'));
  const root = createRoot(element);
  onTestFinished(async () => {
    await act(async () => root.unmount());
    element.remove();
    useToasts.setState({ toasts: [] });
  });
  await act(async () =>
    root.render(
      <ClientProvider value={client}>
        <QueryClientProvider client={new QueryClient()}>
          <Trashing />
        </QueryClientProvider>
      </ClientProvider>,
    ),
  );
  await act(async () => element.querySelector('button')?.click());
  await vi.waitFor(() =>
    expect(useToasts.getState().toasts).toMatchObject([{ message: 'Moved the run to the trash.' }]),
  );
  await act(async () => undoNewest());
  await vi.waitFor(() =>
    expect(asked).toEqual([
      ['/api/workspaces/vision/runs/delete', { runIds: ['a', 'b'] }],
      ['/api/workspaces/vision/runs/restore', { runIds: ['b'] }],
    ]),
  );
});
