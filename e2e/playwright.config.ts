import { defineConfig } from '@playwright/test';
import { browserFlags, findBrowser } from '#checks/browser.ts';
import type { Homes } from './fixtures/homes.ts';

const executablePath = findBrowser();
const report = process.env['ATELIER_REPORT'];

export default defineConfig<object, Homes>({
  testDir: './journeys',
  // Two runs at once in one tree need a folder each.
  outputDir: process.env['ATELIER_RESULTS'] || '../test-results/journeys',
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: report === undefined ? 'list' : [['list'], ['json', { outputFile: report }]],
  use: {
    browserName: 'chromium',
    headless: true,
    launchOptions: { args: browserFlags, ...(executablePath === undefined ? {} : { executablePath }) },
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    video: 'off',
  },
  projects: [
    { name: 'server', use: { home: 'server' } },
    // A journey that needs a server of its own is tagged so.
    { name: 'demo', use: { home: 'demo' }, grepInvert: /@server/ },
  ],
});
