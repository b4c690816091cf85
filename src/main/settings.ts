import { resolve } from 'node:path';
import { Problem } from '#contract/problem.ts';
import {
  type Environment,
  findConfig,
  readConfig,
  readEnvironment,
  readFlags,
  type SettingTexts,
} from './settings-sources.ts';

/** Everything that whoever starts Atelier decides. */
export interface Settings {
  /** 0 takes any free port. */
  readonly port: number;
  /** A loopback name or address. */
  readonly host: string;
  /** The folder of the database and, with them, the artifacts; absolute. */
  readonly home: string;
  readonly artifactRoot: string;
  /** A PostgreSQL address; `undefined` is SQLite in the home. */
  readonly databaseUrl: string | undefined;
  /** Host names besides the loopback ones under which requests are answered. */
  readonly allowedHosts: readonly string[];
  readonly publicUrl: string | undefined;
  /** Whether to train the sample models into the default workspace after the start. */
  readonly sample: boolean;
}

export type CommandRequest =
  | { readonly ask: 'help' }
  | { readonly ask: 'version' }
  | { readonly ask: 'serve'; readonly settings: Settings };

/**
 * What the command line asks for. A flag wins over the environment, which wins over the config file, which wins
 * over the default. Throws `invalid-input` with one line that says what is wrong and what is expected.
 */
export async function readSettings(
  args: readonly string[],
  environment: Environment,
  folder: string,
): Promise<CommandRequest> {
  const flags = readFlags(args);
  if (flags.help) return { ask: 'help' };
  if (flags.version) return { ask: 'version' };
  const fromEnvironment = readEnvironment(environment);
  const likelyHome = resolve(folder, flags.home ?? fromEnvironment.home ?? '.atelier');
  const configPath = flags.config ?? environment['ATELIER_CONFIG'];
  const fromFile =
    configPath === undefined
      ? await findConfig([likelyHome, folder])
      : await readConfig(resolve(folder, configPath));
  const settings = check([flags, fromEnvironment, fromFile], folder);
  return { ask: 'serve', settings: { ...settings, sample: flags.sample } };
}

function check(sources: readonly SettingTexts[], folder: string): Omit<Settings, 'sample'> {
  const pick = (key: keyof SettingTexts) =>
    sources.map((each) => each[key]).find((each) => each !== undefined);
  return {
    port: checkPort(pick('port') ?? '4600'),
    host: checkHost(pick('host') ?? '127.0.0.1'),
    home: resolve(folder, pick('home') ?? '.atelier'),
    artifactRoot: checkArtifactRoot(pick('artifactRoot') ?? 'mlflow-artifacts:/'),
    databaseUrl: checkDatabaseUrl(pick('databaseUrl')),
    allowedHosts: (pick('allowedHosts') ?? '')
      .split(',')
      .map((name) => name.trim().toLowerCase())
      .filter((name) => name !== ''),
    publicUrl: pick('publicUrl')?.replace(/\/+$/, ''),
  };
}

function checkPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new Problem('invalid-input', `The port "${text}" is not a number from 0 to 65535.`);
}

function checkHost(host: string): string {
  if (/^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i.test(host)) return host.replaceAll(/[[\]]/g, '');
  throw new Problem(
    'invalid-input',
    `Atelier has no sign-in yet, so it listens on this machine only: the host "${host}" is refused. Use 127.0.0.1, localhost or ::1.`,
  );
}

function checkArtifactRoot(root: string): string {
  if (/^(mlflow-artifacts:\/|file:\/\/\/|https?:\/\/[^/])[^?#]*$/.test(root)) return root;
  throw new Problem(
    'invalid-input',
    `The artifact root "${root}" is none of mlflow-artifacts:/, file:///folder, http://host/path.`,
  );
}

function checkDatabaseUrl(url: string | undefined): string | undefined {
  if (url === undefined || /^postgres(ql)?:\/\//.test(url)) return url;
  throw new Problem(
    'invalid-input',
    'The database URL must start with postgres://. Leave it out to keep the database in the home.',
  );
}
