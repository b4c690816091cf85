import type { Page } from 'playwright';

/** Frames over which the scrolling is spread: ten seconds at sixty a second. */
const frames = 600;

/** Scrolls the grid of a page down by so many rows at an even pace; the milliseconds each frame took, rising. */
export async function scrollRows(page: Page, rows: number): Promise<readonly number[]> {
  const grid = page.getByRole('grid');
  const times = await grid.evaluate(
    async (element, { rowCount, frameCount }) => {
      const rowHeight = element.querySelector('[role="rowgroup"] [role="row"]')?.clientHeight ?? 0;
      const perFrame = (rowHeight * rowCount) / frameCount;
      const nextFrame = async (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
      const taken: number[] = [];
      let before = await nextFrame();
      for (let count = 0; count < frameCount; count += 1) {
        element.scrollTop += perFrame;
        const now = await nextFrame();
        taken.push(now - before);
        before = now;
      }
      return taken;
    },
    { rowCount: rows, frameCount: frames },
  );
  // Rows that never came would have been quick to draw.
  await grid.locator('[role="row"] a').first().waitFor();
  return times.sort((a, b) => a - b);
}
