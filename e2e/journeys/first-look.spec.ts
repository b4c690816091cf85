import { expect, test } from '../fixtures/test.ts';

test('the studio opens and says its name', async ({ open, page }) => {
  await open('/');
  await expect(page).toHaveTitle(/Atelier/);
  await expect(page.getByText('Atelier').first()).toBeVisible();
});
