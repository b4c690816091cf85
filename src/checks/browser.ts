/** Finds a Chromium for the tests, or installs one. As a program it prints the browser's path. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

/** Flags for every start: no sandbox in containers, no GPU, and no traffic of the browser's own. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];

/** The path of a usable browser: what the environment names, Playwright's own build, then the system's. */
export function findBrowser(): string | undefined {
  const named = process.env['ATELIER_BROWSER'] ?? process.env['CHROME_PATH'];
  if (named !== undefined && named !== '') {
    if (!existsSync(named))
      throw new Error(`ATELIER_BROWSER or CHROME_PATH names ${named}, but no file is there.`);
    return named;
  }
  return candidates().find((path) => existsSync(path));
}

/** Finds a browser, and installs one where there is none. */
export function ensureBrowser(): string {
  const found = findBrowser();
  if (found !== undefined) return found;
  const tried: string[] = [];
  for (const [command, ...args] of installers()) {
    console.error(`No browser found; trying: ${command} ${args.join(' ')}`);
    const result = spawnSync(command, args, { stdio: ['ignore', 2, 2], timeout: 300_000 });
    const installed = result.status === 0 ? findBrowser() : undefined;
    if (installed !== undefined) return installed;
    tried.push(`${command} ${args.join(' ')}`);
  }
  throw new Error(
    `No Chromium found, and installing one did not work (${tried.join('; ')}). ` +
      'Install Chromium or Chrome, or set ATELIER_BROWSER to the path of one.',
  );
}

function candidates(): string[] {
  const own = [chromium.executablePath()];
  if (process.platform === 'darwin') {
    const apps = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
    return [...own, ...apps.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`)];
  }
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
      (name) => process.env[name] ?? [],
    );
    const places = [
      'Google/Chrome/Application/chrome.exe',
      'Chromium/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ];
    return [...own, ...roots.flatMap((root) => places.map((place) => join(root, place)))];
  }
  const folders = [
    ...(process.env['PATH'] ?? '').split(delimiter),
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
    '/opt/google/chrome',
  ];
  return [...own, ...names.flatMap((name) => folders.map((folder) => join(folder, name)))];
}

function installers(): [string, ...string[]][] {
  const cli = join(import.meta.dirname, '../../node_modules/playwright/cli.js');
  const list: [string, ...string[]][] = [[process.execPath, cli, 'install', 'chromium']];
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    list.push([process.execPath, cli, 'install-deps', 'chromium']);
    list.push(['apt-get', 'update'], ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium']);
  }
  return list;
}

if (process.argv[1] === import.meta.filename) console.log(ensureBrowser());
