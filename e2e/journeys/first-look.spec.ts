import { expect, test } from '../fixtures/test.ts';

test('the studio opens and says its name', async ({ page }) => {
  await page.goto('./');
  await expect(page).toHaveTitle(/Atelier/);
  await expect(page.getByText('Atelier').first()).toBeVisible();
});
