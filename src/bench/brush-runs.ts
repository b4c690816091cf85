import type { Page } from 'playwright';

/**
 * Moves a brush of the parallel coordinates on a page, so many times; the milliseconds, rising, from each press of a
 * key until the frame that shows how many runs are left.
 */
export async function brushRuns(page: Page, times: number): Promise<readonly number[]> {
  const axis = page.getByRole('slider', { name: /^Range of/ }).last();
  const taken = await axis.evaluate(async (element, count) => {
    const said = element.closest('section')?.querySelector('output');
    const nextFrame = async (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    const found: number[] = [];
    for (let press = 0; press < count; press += 1) {
      const before = said?.textContent;
      const startedAt = performance.now();
      const key = Math.floor(press / 10) % 2 === 0 ? 'ArrowUp' : 'ArrowDown';
      element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      const waits = (): boolean => said?.textContent === before && performance.now() - startedAt < 5000;
      while (waits()) await nextFrame();
      // What the frame shows is on the screen when the next one begins.
      await nextFrame();
      found.push(performance.now() - startedAt);
    }
    return found;
  }, times);
  return taken.sort((a, b) => a - b);
}
