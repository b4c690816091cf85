import '@mantine/core/styles.layer.css';
import '../ui/fonts.css';
import '../ui/tokens.css';
import '../ui/base.css';
import type { Client } from '#client/call.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, createHashRouter, type RouteObject } from 'react-router';
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
  const own = copyRoutes(routes);
  const router = addresses === 'hash' ? createHashRouter(own) : createBrowserRouter(own);
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

/** A router empties the `lazy` of each route that it has loaded: another start needs one of its own. */
function copyRoutes(all: readonly RouteObject[]): RouteObject[] {
  return all.map((route) => {
    const lazy = typeof route.lazy === 'object' ? { lazy: { ...route.lazy } } : {};
    if (route.index === true) return { ...route, ...lazy };
    return { ...route, ...lazy, ...(route.children && { children: copyRoutes(route.children) }) };
  });
}
