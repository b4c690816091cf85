import type { Clock } from '#server/ports/ports.ts';

export interface EventMessage {
  readonly id: string;
  readonly data: string;
}

export interface EventSource {
  readonly clock: Clock;
  /** Ends the stream when the caller goes away. */
  readonly signal: AbortSignal;
  /** How long to gather before sending, in milliseconds. */
  readonly mergeMs: number;
  /** Registers what to call when there may be something to take; returns how to unregister. */
  readonly listen: (wake: () => void) => () => void;
  /** The next message, if there is any. */
  readonly take: () => EventMessage | undefined;
}

/** Often enough that proxies and browsers do not think the connection dead. */
const heartbeatMs = 15_000;

/** Answers server-sent events: what is waiting at once, then whatever comes, with a heartbeat in between. */
export function streamEvents(source: EventSource): Response {
  const encoder = new TextEncoder();
  const ended = new AbortController();
  const signal = AbortSignal.any([source.signal, ended.signal]);
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(': connected\n\nretry: 1000\n\n'));
      void pump(source, signal, (text) => controller.enqueue(encoder.encode(text))).finally(() => {
        try {
          controller.close();
        } catch {
          // The reader has gone already; there is nobody left to tell.
        }
      });
    },
    cancel() {
      ended.abort();
    },
  });
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
  });
}

async function pump(source: EventSource, signal: AbortSignal, send: (text: string) => void): Promise<void> {
  let wake = (): void => undefined;
  const unlisten = source.listen(() => wake());
  try {
    while (!signal.aborted) {
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
      });
      const message = source.take();
      if (message === undefined) {
        const beat = await waitFor(source.clock, woken, signal);
        if (beat) send(': still here\n\n');
      } else {
        send(`id: ${message.id}\ndata: ${message.data}\n\n`);
      }
      await source.clock.sleep(source.mergeMs, signal);
    }
  } catch {
    // The caller went away while we waited.
  } finally {
    unlisten();
  }
}

/** Waits for a wake-up; true when only the heartbeat's time has passed. */
async function waitFor(clock: Clock, woken: Promise<void>, signal: AbortSignal): Promise<boolean> {
  const stop = new AbortController();
  const both = AbortSignal.any([signal, stop.signal]);
  const beat = clock.sleep(heartbeatMs, both).then(
    () => true,
    () => false,
  );
  const result = await Promise.race([woken.then(() => false), beat]);
  stop.abort();
  return result;
}
