import { expect, type Locator, type Page } from '@playwright/test';

/** The table over all runs of a workspace. */
export class RunsTable {
  readonly page: Page;
  readonly grid: Locator;

  constructor(page: Page) {
    this.page = page;
    this.grid = page.getByRole('grid', { name: 'Runs' });
  }

  async filter(text: string): Promise<void> {
    await this.page.keyboard.press('/');
    const field = this.page.getByRole('combobox', { name: 'Filter runs' });
    await expect(field).toBeFocused();
    await field.fill(text);
    await field.press('Enter');
    // Escape closes the field's list first, where one is open, and then leaves the field.
    await expect(async () => {
      await this.page.keyboard.press('Escape');
      await expect(field).not.toBeFocused({ timeout: 500 });
    }).toPass();
  }

  /** Such as "2 match · 5 total". */
  async expectCount(text: string): Promise<void> {
    await expect(this.page.getByText(text, { exact: true })).toBeVisible({ timeout: 60_000 });
  }

  /** Sorts by a column: the greatest first, then the least first. */
  async sortBy(column: string, order: 'ascending' | 'descending'): Promise<void> {
    const header = this.grid.getByRole('columnheader', { name: column, exact: true });
    while ((await header.getAttribute('aria-sort')) !== order) {
      const before = await header.getAttribute('aria-sort');
      // Behind it: the metric's direction, and the column's menu.
      await header.getByRole('button').first().click();
      await expect(header).not.toHaveAttribute('aria-sort', before ?? '');
    }
  }

  async names(): Promise<string[]> {
    return this.grid.getByRole('link').allTextContents();
  }

  async expectNames(names: readonly string[]): Promise<void> {
    await expect.poll(() => this.names()).toEqual(names);
  }

  row(name: string): Locator {
    return this.grid.getByRole('row').filter({ has: this.page.getByRole('link', { name, exact: true }) });
  }

  /** The numbers of a column in the order of the rows, as they are shown. */
  async numbers(column: string): Promise<number[]> {
    const header = this.grid.getByRole('columnheader', { name: column, exact: true });
    const index = await header.getAttribute('aria-colindex');
    const texts = await this.grid.locator(`[role="gridcell"][aria-colindex="${index}"]`).allTextContents();
    return texts.map(Number);
  }
}
