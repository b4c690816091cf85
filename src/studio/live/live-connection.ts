import { liveEvent, type LiveEvent } from '#contract/live.ts';
import { z } from 'zod';

/** `live`: events arrive. `reconnecting`: lost, trying again. `offline`: tried and failed several times. `paused`: nobody is looking. */
export type LiveState = 'connecting' | 'live' | 'reconnecting' | 'offline' | 'paused';

/** What a connection needs of the browser's `EventSource`. */
export interface EventStream {
  onopen: ((event: Event) => void) | null;
  onmessage: ((event: MessageEvent<unknown>) => void) | null;
  onerror: ((event: Event) => void) | null;
  close(): void;
}

export interface LiveConnectionOptions {
  /** Opens the stream after the given event id. */
  readonly open: (after: number | undefined) => EventStream;
  readonly onEvents: (events: readonly LiveEvent[]) => void;
  readonly onState: (state: LiveState) => void;
  /** Calls back after `ms`; answers how to call that off. */
  readonly later: (work: () => void, ms: number) => () => void;
}

export interface LiveConnection {
  /** Lets go of the stream while nobody looks; `resume` catches up from the last event seen. */
  pause(): void;
  resume(): void;
  close(): void;
}

const messages = z.array(liveEvent);
const firstDelayMs = 500;
const longestDelayMs = 15_000;
const failuresUntilOffline = 3;

/** How long to wait before the given attempt (the first is 1), in milliseconds. */
export function reconnectDelayMs(failures: number): number {
  return Math.min(longestDelayMs, firstDelayMs * 2 ** (failures - 1));
}

/** Keeps one event stream open, with backoff between attempts and nothing missed in between. */
export function createLiveConnection(options: LiveConnectionOptions): LiveConnection {
  let stream: EventStream | undefined;
  let lastId: number | undefined;
  let failures = 0;
  let connectedBefore = false;
  let cancelRetry = (): void => undefined;

  function disconnect(): void {
    cancelRetry();
    stream?.close();
    stream = undefined;
  }

  function connect(): void {
    disconnect();
    const opened = options.open(lastId);
    stream = opened;
    // Whoever comes back without an id cannot be told what came in between.
    const hasGap = connectedBefore && lastId === undefined;
    connectedBefore = true;
    opened.onopen = () => {
      failures = 0;
      options.onState('live');
      if (hasGap) options.onEvents([{ kind: 'resync' }]);
    };
    opened.onmessage = (event) => {
      lastId = parseEventId(event.lastEventId) ?? lastId;
      options.onEvents(parseEvents(event.data));
    };
    opened.onerror = () => {
      disconnect();
      failures += 1;
      options.onState(failures >= failuresUntilOffline ? 'offline' : 'reconnecting');
      cancelRetry = options.later(connect, reconnectDelayMs(failures));
    };
  }

  options.onState('connecting');
  connect();
  return {
    pause() {
      disconnect();
      options.onState('paused');
    },
    resume() {
      if (stream === undefined) connect();
    },
    close: disconnect,
  };
}

/** What cannot be read may have been anything: look at everything again. */
function parseEvents(data: unknown): readonly LiveEvent[] {
  try {
    return messages.parse(JSON.parse(String(data)));
  } catch {
    return [{ kind: 'resync' }];
  }
}

function parseEventId(text: string): number | undefined {
  const id = Number.parseInt(text, 10);
  return Number.isSafeInteger(id) ? id : undefined;
}
