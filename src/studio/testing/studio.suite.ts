/** Opens any page of the studio in the test's page, over the backend that `startBackend` started. */
import { startStudio } from '#studio/app/start-studio.tsx';
import { createStudioClient } from '#studio/app/client.ts';
import { useConnection } from '#studio/live/connection.store.ts';
import { useToasts } from '#studio/ui/toast.store.ts';
import { onTestFinished } from 'vitest';

/** Opens the page of a path such as `/w/vision/runs`; it goes when the test ends. */
export function openStudio(path: string): void {
  // The address of the page belongs to the test runner: the studio keeps its own behind the hash, as in the demo.
  location.hash = path;
  const element = document.body.appendChild(document.createElement('div'));
  const close = startStudio({ element, client: createStudioClient(), addresses: 'hash' });
  onTestFinished(() => {
    close();
    element.remove();
    useToasts.setState({ toasts: [] });
    useConnection.setState({ lostAtMs: undefined });
  });
}

/** Where in the studio the page stands: path and search. */
export function studioAddress(): URL {
  return new URL(location.hash.slice(1), 'http://studio');
}
