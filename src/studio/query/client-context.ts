import type { Client } from '#client/call.ts';
import { createContext, useContext } from 'react';

const ClientContext = createContext<Client | undefined>(undefined);

export const ClientProvider = ClientContext.Provider;

/** The typed API client that the composition root handed in. */
export function useClient(): Client {
  const client = useContext(ClientContext);
  if (client === undefined) throw new Error('useClient needs a <ClientProvider> above it.');
  return client;
}
