import '@mantine/core/styles.layer.css';
import '../ui/fonts.css';
import '../ui/tokens.css';
import '../ui/base.css';
import type { Client } from '#client/call.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, createHashRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { createQueryClient } from '../query/query-client.ts';
import { Providers } from './providers.tsx';
import { routes } from './routes.tsx';

export interface StudioOptions {
  readonly element: HTMLElement;
  readonly client: Client;
  /** `hash` where the studio lies in some folder of a static host that answers one page only. */
  readonly addresses: 'path' | 'hash';
}

/** Puts the studio on the page; answers how to take it off. */
export function startStudio({ element, client, addresses }: StudioOptions): () => void {
  const router = addresses === 'hash' ? createHashRouter([...routes]) : createBrowserRouter([...routes]);
  const root = createRoot(element);
  root.render(
    <StrictMode>
      <Providers client={client} queries={createQueryClient()}>
        <RouterProvider router={router} />
      </Providers>
    </StrictMode>,
  );
  return () => {
    root.unmount();
    router.dispose();
  };
}
