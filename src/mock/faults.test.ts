import { expect, test, vi } from 'vitest';
import { createFaults } from './faults.ts';

const request = new Request('http://localhost/events');

async function open(body: ReadableStream<Uint8Array>) {
  const faults = createFaults(async () => undefined);
  const answer = new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  const response = await faults.around(request, async () => answer);
  return { faults, response: response! };
}

test('a stream that is cut fails for its reader and ends its source', async () => {
  const cancel = vi.fn<() => void>();
  const { faults, response } = await open(new ReadableStream({ cancel }));
  const reading = response.text();
  faults.cutStreams();
  await expect(reading).rejects.toThrow('The connection was cut.');
  expect(cancel).toHaveBeenCalledOnce();
});

test('a stream that has ended is not remembered', async () => {
  const { faults, response } = await open(new Blob(['data: []\n\n']).stream());
  const abort = vi.spyOn(AbortController.prototype, 'abort');
  expect(await response.text()).toBe('data: []\n\n');
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
  faults.cutStreams();
  expect(abort).not.toHaveBeenCalled();
  abort.mockRestore();
});

test('a reader that goes away ends the source', async () => {
  const cancel = vi.fn<() => void>();
  const { response } = await open(new ReadableStream({ cancel }));
  await response.body!.cancel();
  await vi.waitFor(() => expect(cancel).toHaveBeenCalledOnce());
});
