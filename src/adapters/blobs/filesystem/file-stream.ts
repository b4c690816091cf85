import type { FileHandle } from 'node:fs/promises';

const chunkBytes = 256 * 1024;

/** The bytes `start` to `end` (inclusive) of an open file; closes it at the end, on failure and on cancel. */
export function streamFile(
  handle: FileHandle,
  start: number,
  end: number,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let position = start;
  return new ReadableStream({
    async pull(controller) {
      try {
        const wanted = Math.min(chunkBytes, end + 1 - position);
        if (wanted <= 0) {
          await handle.close();
          controller.close();
          return;
        }
        const chunk = new Uint8Array(wanted);
        const { bytesRead } = await handle.read(chunk, 0, wanted, position);
        if (bytesRead === 0) throw new Error('The file became shorter while it was read.');
        position += bytesRead;
        controller.enqueue(chunk.subarray(0, bytesRead));
      } catch (error) {
        await handle.close();
        throw error;
      }
    },
    cancel: () => handle.close(),
  });
}
