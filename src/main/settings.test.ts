import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readSettings, type Settings } from './settings.ts';
import { newFolder } from './spawn-server.suite.ts';

let folder: string;
beforeEach(async () => {
  folder = await newFolder();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function read(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Settings> {
  const request = await readSettings(args, env, folder);
  if (request.ask !== 'serve') throw new Error(`asked for ${request.ask}`);
  return request.settings;
}

it('has defaults', async () => {
  expect(await read([])).toEqual({
    port: 4600,
    host: '127.0.0.1',
    home: join(folder, '.atelier'),
    artifactRoot: 'mlflow-artifacts:/',
    databaseUrl: undefined,
    allowedHosts: [],
    publicUrl: undefined,
    sample: false,
  });
});

it('lets a flag win over the environment, and that over the file', async () => {
  const config = {
    port: 1,
    host: 'localhost',
    artifactRoot: 'file:///a',
    allowedHosts: ['a.example', 'b.example'],
  };
  await writeFile(join(folder, 'atelier.config.json'), JSON.stringify(config));
  const env = { ATELIER_PORT: '2', ATELIER_ARTIFACT_ROOT: 'file:///b', ATELIER_HOST: '' };
  expect(await read(['--port', '3'], env)).toMatchObject({
    port: 3,
    host: 'localhost',
    artifactRoot: 'file:///b',
    allowedHosts: ['a.example', 'b.example'],
  });
});

it('reads YAML, in the home before the current folder, with homes seen from the file', async () => {
  await mkdir(join(folder, 'h'));
  await writeFile(join(folder, 'atelier.config.yaml'), 'port: 1\n');
  await writeFile(join(folder, 'h/atelier.config.yml'), 'port: 2\n# a remark\nhome: elsewhere\n');
  expect(await read([])).toMatchObject({ port: 1 });
  expect(await read(['--home', 'h'])).toMatchObject({ port: 2, home: join(folder, 'h') });
  expect(await read(['--config', 'h/atelier.config.yml'])).toMatchObject({
    home: join(folder, 'h/elsewhere'),
  });
});

it.each([
  ['{"prot": 1}', /atelier\.config\.json: .*prot/],
  ['{"port": 99999}', /The port "99999"/],
  ['{"allowedHosts": "x"}', /allowedHosts/],
  ['{"port": ', /atelier\.config\.json: .*line 1/],
])('refuses the file %s', async (text, said) => {
  await writeFile(join(folder, 'atelier.config.json'), text);
  await expect(read([])).rejects.toThrow(said);
});

it.each(['localhost', '127.0.0.1', '127.8.9.1', '::1', '[::1]'])('takes the host %s', async (host) => {
  expect((await read(['--host', host])).host).toBe(host.replaceAll(/[[\]]/g, ''));
});
