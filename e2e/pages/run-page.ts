import { expect, type Locator, type Page } from '@playwright/test';

/** The page of one run. */
export class RunPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async showPart(name: string): Promise<void> {
    await this.page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
  }

  /** The chart of a metric, or its table. */
  chart(metric: string): Locator {
    return this.page.getByRole('region', { name: metric, exact: true });
  }

  async showAsTable(metric: string): Promise<Locator> {
    await this.page.getByRole('button', { name: `Show ${metric} as a table` }).click();
    return this.page.getByRole('table', { name: `Points of ${metric}` });
  }

  async expectStatus(status: string): Promise<void> {
    await expect(this.page.getByRole('main').getByText(status, { exact: true }).first()).toBeVisible();
  }

  async rename(name: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Rename the run' }).click();
    const field = this.page.getByRole('textbox', { name: 'Name of the run' });
    await field.fill(name);
    await field.press('Enter');
  }

  async act(action: string): Promise<void> {
    await this.page.getByRole('button', { name: 'More actions' }).click();
    await this.page
      .getByRole('dialog', { name: 'More actions' })
      .getByRole('button', { name: action })
      .click();
  }
}
