import { expect, type Locator, type Page } from '@playwright/test';

/** What stands around every page. */
export class Studio {
  readonly page: Page;
  readonly heading: Locator;

  constructor(page: Page) {
    this.page = page;
    this.heading = page.getByRole('heading', { level: 1 });
  }

  async goTo(section: string): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Sections' })
      .getByRole('link', { name: section })
      .click();
  }

  /** Waits until the page shows what happens as it happens. */
  async expectLive(): Promise<void> {
    await expect(
      this.page.getByRole('status', { name: 'What happens in this workspace shows at once.' }),
    ).toBeVisible();
  }

  /** Waits until nothing on the page is still on its way. */
  async expectLoaded(): Promise<void> {
    await expect(this.heading).toBeVisible();
    await expect(this.page.locator('[aria-label^="Loading"], main [aria-busy="true"]')).toHaveCount(0);
  }

  async undo(): Promise<void> {
    await this.page.getByRole('button', { name: 'Undo' }).click();
  }

  async expectNoSidewaysScroll(what: string): Promise<void> {
    const beyond = await this.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(beyond, `${what} scrolls sideways, in pixels`).toBe(0);
  }

  /** Remembers this very document, so that `expectSameDocument` can tell a reload. */
  async markDocument(): Promise<void> {
    await this.page.evaluate(() => document.documentElement.setAttribute('data-journey', 'began'));
  }

  async expectSameDocument(): Promise<void> {
    await expect(this.page.locator('html')).toHaveAttribute('data-journey', 'began');
  }
}
