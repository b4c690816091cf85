import type { Page } from 'playwright';

const hoverFrames = 240;
const scrollFrames = 300;
const pixelsEachFrame = 40;

/** Moves a pointer over a chart, a new place each frame; the milliseconds each frame took, rising. */
export async function hoverChart(page: Page, metric: string): Promise<readonly number[]> {
  const chart = page.locator(`section[aria-label="${metric}"] [role="application"]`);
  await chart.waitFor();
  const times = await chart.evaluate(async (element, frames) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const nextFrame = async (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    const taken: number[] = [];
    let before = await nextFrame();
    for (let count = 0; count < frames; count += 1) {
      const place = {
        clientX: left + width * (0.15 + 0.7 * (count / frames)),
        clientY: top + height * (0.5 + 0.4 * Math.sin(count / 9)),
      };
      element.dispatchEvent(
        new PointerEvent('pointermove', { ...place, pointerType: 'mouse', bubbles: true }),
      );
      const now = await nextFrame();
      taken.push(now - before);
      before = now;
    }
    return taken;
  }, hoverFrames);
  // A chart that showed nothing would have been quick.
  await page.getByText(/\+\d+ more/).waitFor();
  return times.sort((a, b) => a - b);
}

export interface CardScroll {
  /** How many frames were shown a second. */
  readonly framesPerSecond: number;
  /** The most charts that were in the page at any moment. */
  readonly mostCards: number;
}

/** Scrolls a page of charts at an even pace. */
export async function scrollCards(page: Page): Promise<CardScroll> {
  return page.evaluate(
    async ({ frames, pixels }) => {
      const nextFrame = async (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
      const count = (): number => document.querySelectorAll('[data-item^="chart "]').length;
      let mostCards = count();
      const start = await nextFrame();
      let now = start;
      for (let frame = 0; frame < frames; frame += 1) {
        window.scrollBy(0, pixels);
        now = await nextFrame();
        mostCards = Math.max(mostCards, count());
      }
      return { framesPerSecond: (frames * 1000) / (now - start), mostCards };
    },
    { frames: scrollFrames, pixels: pixelsEachFrame },
  );
}

/**
 * The milliseconds from a press that leads to a page of charts until every chart in sight has drawn its lines.
 * @param open does what the press does
 */
export async function timeCharts(page: Page, address: string, atLeast: number): Promise<number> {
  return page.evaluate(
    async ({ to, wanted }) => {
      const nextFrame = async (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
      const pressedAt = performance.now();
      history.pushState(null, '', to);
      window.dispatchEvent(new PopStateEvent('popstate', { state: null }));
      const inSight = (element: Element): boolean => element.getBoundingClientRect().top < window.innerHeight;
      const drawn = (): boolean => {
        const cards = [...document.querySelectorAll('[data-item^="chart "]')].filter(inSight);
        return (
          cards.length >= wanted && cards.every((card) => /[1-9][\d,]* points/.test(card.textContent ?? ''))
        );
      };
      while (!drawn()) await nextFrame();
      await nextFrame();
      return performance.now() - pressedAt;
    },
    { to: address, wanted: atLeast },
  );
}
