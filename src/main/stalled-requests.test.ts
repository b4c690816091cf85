import { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import { watchForStalls } from './stalled-requests.ts';

let now = 0;
const stalls = watchForStalls(60_000, () => now);
afterEach(() => stalls.stop());

function arrive() {
  const socket = { bytesRead: 10, destroy: vi.fn<() => Socket>() };
  const incoming = { complete: false, destroyed: false, method: 'PUT', readableLength: 0, socket };
  const outgoing = new EventEmitter();
  stalls.add(incoming, outgoing);
  return { incoming, outgoing, socket };
}

function passMinutes(minutes: number, each: () => void = () => undefined): void {
  for (let index = 0; index < minutes; index += 1) {
    now += 60_000;
    each();
    stalls.look();
  }
}

it('cuts off only those from whom nothing comes', () => {
  const silent = arrive();
  const slow = arrive();
  const untaken = arrive();
  untaken.incoming.readableLength = 5;
  const whole = arrive();
  whole.incoming.complete = true;
  const answered = arrive();
  answered.outgoing.emit('close');
  passMinutes(100, () => (slow.socket.bytesRead += 1));
  expect(silent.socket.destroy).toHaveBeenCalledOnce();
  for (const { socket } of [slow, untaken, whole, answered]) expect(socket.destroy).not.toHaveBeenCalled();
  passMinutes(1);
  expect(slow.socket.destroy).toHaveBeenCalledOnce();
});
