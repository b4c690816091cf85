import type { Link } from '../remote/messages.ts';

/** A `MessagePort`, a `Worker` or a worker's own scope: whatever posts and receives messages. */
export interface MessageEnd {
  postMessage(message: unknown, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent<never>) => unknown) | null;
}

/** `In` is what the other end is known to send: both ends are of this adapter. */
export function linkOf<Out, In>(end: MessageEnd): Link<Out, In> {
  return {
    send: (message, transfer) => end.postMessage(message, [...transfer]),
    receive: (listener) => {
      end.onmessage = (event: MessageEvent<In>) => listener(event.data);
    },
  };
}
