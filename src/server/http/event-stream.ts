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
  /** Sent at once. */
  readonly first: EventMessage;
  /** The next message, if there is any. Not asked while the reader has not yet taken the one before. */
  readonly take: () => EventMessage | undefined;
}

/** Often enough that proxies and browsers do not think the connection dead. */
const heartbeatMs = 15_000;

/** Answers server-sent events: the first at once, then whatever comes, with a heartbeat in between. */
export function streamEvents(source: EventSource): Response {
  const encoder = new TextEncoder();
  const ended = new AbortController();
  const signal = AbortSignal.any([source.signal, ended.signal]);
  let goOn = (): void => undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = async (text: string) => {
        controller.enqueue(encoder.encode(text));
        const room = new Promise<void>((resolve) => {
          goOn = resolve;
        });
        // In portions of the clock's time: a clock that stops ends the wait, and then the stream.
        let waits = true;
        while (waits && !signal.aborted && (controller.desiredSize ?? 0) <= 0) {
          waits = await waitFor(source.clock, room, signal);
        }
      };
      void pump(source, signal, send).finally(() => {
        try {
          controller.close();
        } catch {
          // The reader has gone already; there is nobody left to tell.
        }
      });
    },
    pull: () => goOn(),
    cancel() {
      ended.abort();
    },
  });
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
  });
}

/** `send` resolves once there is room for more. */
async function pump(
  source: EventSource,
  signal: AbortSignal,
  send: (text: string) => Promise<void>,
): Promise<void> {
  let wake = (): void => undefined;
  const unlisten = source.listen(() => wake());
  try {
    await send(`: connected\n\nretry: 1000\n\n${toText(source.first)}`);
    while (!signal.aborted) {
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
      });
      const message = source.take();
      if (message === undefined) {
        const beat = await waitFor(source.clock, woken, signal);
        if (beat) await send(': still here\n\n');
      } else {
        await send(toText(message));
      }
      await source.clock.sleep(source.mergeMs, signal);
    }
  } catch {
    // The caller went away while we waited.
  } finally {
    unlisten();
  }
}

function toText({ id, data }: EventMessage): string {
  return `id: ${id}\ndata: ${data}\n\n`;
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
