import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Problem } from '#contract/problem.ts';
import { z } from 'zod';

/** What each source of settings may say; all in words, checked together later. */
export interface SettingTexts {
  readonly port?: string | undefined;
  readonly host?: string | undefined;
  readonly home?: string | undefined;
  readonly artifactRoot?: string | undefined;
  readonly databaseUrl?: string | undefined;
  readonly allowedHosts?: string | undefined;
  readonly publicUrl?: string | undefined;
}

export interface Flags extends SettingTexts {
  readonly config?: string | undefined;
  readonly sample: boolean;
  readonly help: boolean;
  readonly version: boolean;
}

/** Reads the command line's flags. Throws `invalid-input` for one it does not know. */
export function readFlags(args: readonly string[]): Flags {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', short: 'p' },
        host: { type: 'string' },
        home: { type: 'string' },
        config: { type: 'string' },
        'artifact-root': { type: 'string' },
        'database-url': { type: 'string' },
        'allowed-hosts': { type: 'string' },
        'public-url': { type: 'string' },
        sample: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        version: { type: 'boolean', short: 'v', default: false },
      },
    });
    return {
      ...values,
      artifactRoot: values['artifact-root'],
      databaseUrl: values['database-url'],
      allowedHosts: values['allowed-hosts'],
      publicUrl: values['public-url'],
    };
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('. ', 1)[0] ?? '') : String(error);
    throw new Problem('invalid-input', `${reason}. --help lists what there is.`);
  }
}

export type Environment = Readonly<Record<string, string | undefined>>;

export function readEnvironment(environment: Environment): SettingTexts {
  const read = (name: string) => (environment[name] === '' ? undefined : environment[name]);
  return {
    port: read('ATELIER_PORT'),
    host: read('ATELIER_HOST'),
    home: read('ATELIER_HOME'),
    artifactRoot: read('ATELIER_ARTIFACT_ROOT'),
    databaseUrl: read('ATELIER_DATABASE_URL'),
    allowedHosts: read('ATELIER_ALLOWED_HOSTS'),
    publicUrl: read('ATELIER_PUBLIC_URL'),
  };
}

const configSchema = z.strictObject({
  port: z.union([z.number(), z.string()]).transform(String).optional(),
  host: z.string().optional(),
  /** A relative one is seen from the file's folder. */
  home: z.string().optional(),
  artifactRoot: z.string().optional(),
  databaseUrl: z.string().optional(),
  allowedHosts: z
    .array(z.string())
    .transform((hosts) => hosts.join(','))
    .optional(),
  publicUrl: z.string().optional(),
});

const configNames = ['atelier.config.json', 'atelier.config.yaml', 'atelier.config.yml'];

/** The first config file in these folders; none is no mistake. */
export async function findConfig(folders: readonly string[]): Promise<SettingTexts> {
  for (const folder of folders) {
    for (const name of configNames) {
      const text = await readFile(join(folder, name), 'utf8').catch(() => undefined);
      if (text !== undefined) return parseConfig(join(folder, name), text);
    }
  }
  return {};
}

/** A config file that was asked for by name. */
export async function readConfig(path: string): Promise<SettingTexts> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Problem('not-found', `The config file ${path} cannot be read.`, { path });
  });
  return parseConfig(path, text);
}

async function parseConfig(path: string, text: string): Promise<SettingTexts> {
  const { parse } = await import('yaml');
  let content: unknown;
  try {
    // Every JSON text is YAML too, and YAML's messages tell line and column.
    content = parse(text) ?? {};
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
    throw new Problem('invalid-input', `${path}: ${reason}`, { path });
  }
  const result = configSchema.safeParse(content);
  if (!result.success) {
    const reasons = result.error.issues.map((issue) => [...issue.path.map(String), issue.message].join(': '));
    throw new Problem('invalid-input', `${path}: ${reasons.join('; ')}`, { path });
  }
  const { home, ...rest } = result.data;
  return home === undefined ? rest : { ...rest, home: resolve(dirname(path), home) };
}
