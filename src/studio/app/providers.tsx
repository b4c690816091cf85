import type { Client } from '#client/call.ts';
import { MantineProvider } from '@mantine/core';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { usePreferences } from '../preferences/preferences.store.ts';
import { useTheme } from '../preferences/use-theme.ts';
import { ClientProvider } from '../query/client-context.ts';
import { resolveVariables, theme } from '../ui/theme.ts';

interface ProvidersProps {
  readonly client: Client;
  readonly queries: QueryClient;
  readonly children: ReactNode;
}

/** What every part of the studio may rely on: the client, the cache, the theme. */
export function Providers({ client, queries, children }: ProvidersProps) {
  const shown = useTheme();
  const density = usePreferences((state) => state.density);
  useEffect(() => {
    document.documentElement.dataset['density'] = density;
    document.documentElement.style.colorScheme = shown;
  }, [density, shown]);
  return (
    <ClientProvider value={client}>
      <QueryClientProvider client={queries}>
        <MantineProvider theme={theme} cssVariablesResolver={resolveVariables} forceColorScheme={shown}>
          {children}
        </MantineProvider>
      </QueryClientProvider>
    </ClientProvider>
  );
}
