import type { EventEmitter } from 'node:events';
import type { IncomingMessage } from 'node:http';

/** What is looked at of a request. */
interface Arriving extends Pick<IncomingMessage, 'complete' | 'destroyed' | 'method' | 'readableLength'> {
  readonly socket: Pick<IncomingMessage['socket'], 'bytesRead' | 'destroy'>;
}

interface Watched {
  readonly incoming: Arriving;
  /** What had arrived on the connection when it last was seen to move. */
  bytes: number;
  movedAtMs: number;
}

/**
 * Cuts off senders that stop in the middle of a body: one that is slow is let be, however long it takes; one from
 * which nothing comes holds a connection for nobody.
 */
export function watchForStalls(stallMs: number, nowMs: () => number = () => performance.now()) {
  const watched = new Set<Watched>();

  function look(): void {
    const now = nowMs();
    for (const each of watched) {
      const { incoming } = each;
      // What has arrived and was not taken yet is our own delay.
      const moves = incoming.socket.bytesRead !== each.bytes || incoming.readableLength > 0;
      if (incoming.complete || incoming.destroyed) {
        watched.delete(each);
      } else if (moves) {
        each.bytes = incoming.socket.bytesRead;
        each.movedAtMs = now;
      } else if (now - each.movedAtMs >= stallMs) {
        watched.delete(each);
        incoming.socket.destroy();
      }
    }
  }

  const timer = setInterval(look, stallMs / 6);
  timer.unref();
  return {
    add(incoming: Arriving, outgoing: EventEmitter): void {
      if (incoming.complete || incoming.method === 'GET') return;
      const each = { incoming, bytes: incoming.socket.bytesRead, movedAtMs: nowMs() };
      watched.add(each);
      outgoing.once('close', () => watched.delete(each));
    },
    /** Cuts off whoever is silent for too long by now; also done by itself, several times in `stallMs`. */
    look,
    stop: () => clearInterval(timer),
  };
}
