import { create } from 'zustand';

interface ConnectionState {
  /** Since when the server has not answered, in UTC milliseconds; `undefined` while it does. */
  readonly lostAtMs: number | undefined;
}

/** Whether the server answers at all. */
export const useConnection = create<ConnectionState>()(() => ({ lostAtMs: undefined }));

type Fetch = (request: Request) => Promise<Response>;

/** Notes on every call whether the server could be reached. */
export function withConnectionNotes(fetch: Fetch, nowMs: () => number): Fetch {
  return async (request) => {
    try {
      const response = await fetch(request);
      // A development or reverse proxy answers these for a server that is not there.
      note(response.status !== 502 && response.status !== 504, nowMs);
      return response;
    } catch (error) {
      if (!request.signal.aborted) note(false, nowMs);
      throw error;
    }
  };
}

function note(reached: boolean, nowMs: () => number): void {
  const { lostAtMs } = useConnection.getState();
  if (reached === (lostAtMs === undefined)) return;
  useConnection.setState({ lostAtMs: reached ? undefined : nowMs() });
}
