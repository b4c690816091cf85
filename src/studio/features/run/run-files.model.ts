import type { ArtifactEntry } from '#contract/artifacts.ts';

const packageFiles = [
  'pip-freeze.txt',
  'freeze.txt',
  'requirements.txt',
  'python_env.yaml',
  'conda.yaml',
  'environment.yaml',
  'environment.yml',
];
const patchName = /(^|[-_.])(git|uncommitted|dirty|working[-_ ]?tree|code)?[-_.]?(diff|patch)(\.txt)?$/i;

/** The file that says best which packages a run had. */
export function packageFile(entries: readonly ArtifactEntry[]): ArtifactEntry | undefined {
  const byName = new Map(entries.filter((entry) => !entry.isDirectory).map((entry) => [entry.name, entry]));
  const name = packageFiles.find((each) => byName.has(each));
  return name === undefined ? undefined : byName.get(name);
}

/** The file that holds what of the code was not committed. */
export function patchFile(entries: readonly ArtifactEntry[]): ArtifactEntry | undefined {
  return entries.find((entry) => !entry.isDirectory && patchName.test(entry.name));
}

/** Tags in which clients keep what of the code was not committed. */
const patchTags = ['mlflow.git.diff', 'mlflow.source.git.diff', 'git.diff', 'git_diff'];

export function patchTag(tags: Readonly<Record<string, string>>): string | undefined {
  return patchTags.map((name) => tags[name]).find((text) => text !== undefined && text.trim() !== '');
}

const ofMachine =
  /^(env|environment|hardware|host|system|machine|gpu|cpu|cuda|slurm)([._-]|$)|gpu|cuda|hostname|instance_type|accelerator/i;

/** The tags that say what a run ran on, by name. */
export function machineTags(tags: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  return Object.entries(tags).filter(([key]) => !key.startsWith('mlflow.') && ofMachine.test(key));
}

/** What the system metrics of a run show that it ran on: `2 GPUs, CPU, memory`. */
export function measuredParts(metrics: readonly { readonly key: string }[]): string {
  const keys = metrics.map(({ key }) => key).filter((key) => key.startsWith('system/'));
  const gpus = new Set(keys.flatMap((key) => /gpu_(\d+)/.exec(key)?.[1] ?? []));
  const parts = [
    gpus.size === 0 ? '' : gpus.size === 1 ? '1 GPU' : `${gpus.size} GPUs`,
    keys.some((key) => key.includes('cpu')) ? 'CPU' : '',
    keys.some((key) => key.includes('memory')) ? 'memory' : '',
    keys.some((key) => key.includes('disk')) ? 'disk' : '',
    keys.some((key) => key.includes('network')) ? 'network' : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}
