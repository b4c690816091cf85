import type { Page } from '@playwright/test';
import { expectAccessible } from '../fixtures/axe.ts';
import { expect, test } from '../fixtures/test.ts';

/** The demo trains its history before it opens: slower than a page, faster than a test's whole time. */
async function openStudio(page: Page): Promise<void> {
  await page.goto('./');
  await expect(page.getByRole('heading', { level: 1, name: 'Workspaces' })).toBeVisible({ timeout: 45_000 });
}

test('a workspace is made, put away and brought back, by keyboard', async ({ page }, { testId }) => {
  const name = `Lab ${testId.slice(-8)}`;
  await openStudio(page);
  await expect(page.getByRole('list', { name: 'Workspaces' }).getByRole('listitem').first()).toBeVisible();

  await page.keyboard.press('n');
  const field = page.getByRole('textbox', { name: 'Name', exact: true });
  await expect(field).toBeFocused();
  await field.fill(name);
  const slug = await page.getByRole('textbox', { name: 'Name in addresses' }).inputValue();
  await page.keyboard.press('Enter');

  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText(name);
  await expect(heading).toBeFocused();
  await expect(page).toHaveTitle(`${name} · Workspaces · Atelier`);
  await expect(page.getByText(`/ws/${slug}")`).first()).toBeVisible();

  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await expect(heading).toHaveText('Settings');
  await page.getByRole('button', { name: 'Archive this workspace' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Bring back this workspace' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Archive this workspace' })).toBeVisible();

  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(`${name} two`);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Breadcrumbs' })).toContainText(`${name} two`);

  await page.getByRole('link', { name: 'Activity' }).press('Enter');
  await expect(page.getByRole('row', { name: /brought back workspace/ })).toBeVisible();
  await expect(page.getByText('4 of 4 events shown')).toBeVisible();
});

test('the palette finds pages, workspaces and actions', async ({ page }) => {
  await openStudio(page);
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: /^Find pages/ }).fill('activ');
  await expect(page.getByRole('option', { name: /Activity/ })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Activity' })).toBeFocused();

  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('Find anything');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

/** What each section's page is headed with: the page before may still be there right after a click. */
const headings = {
  Home: 'Workspaces',
  Overview: /^(?!Workspaces$)./,
  Activity: 'Activity',
  Settings: 'Settings',
} as const;

for (const theme of ['light', 'dark'] as const) {
  for (const width of [1440, 390]) {
    test(`every page of the shell can be read at ${width} pixels, ${theme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme });
      await page.setViewportSize({ width, height: 844 });
      await openStudio(page);
      for (const section of ['Home', 'Overview', 'Activity', 'Settings'] as const) {
        await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: section }).click();
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(headings[section]);
        await expect(page.locator('[aria-label^="Loading"]')).toHaveCount(0);
        await expectAccessible(page);
        const beyond = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(beyond, `${section} scrolls sideways`).toBe(0);
      }
    });
  }
}
