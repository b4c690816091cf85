import type { ArtifactTexts, ComparedFile } from '#contract/comparison.ts';
import type { ComparedRun } from '#contract/runs.ts';
import { type ConfigValue, flattenConfig } from '#domain/diff/flatten-config.ts';
import { parsePackages } from '#domain/diff/packages.ts';
import { meaningOf } from '#domain/diff/same-value.ts';

/** Files that say which packages a run had; what is frozen goes before what is only required. */
const packageFiles = [
  'pip-freeze.txt',
  'pip_freeze.txt',
  'freeze.txt',
  'python_env.yaml',
  'conda.yaml',
  'environment.yaml',
  'environment.yml',
  'requirements.txt',
];
const mostFiles = 20;

/** The paths of such files, those nearest to the top first. */
export function packagePaths(files: readonly ComparedFile[]): readonly string[] {
  const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const depth = (path: string): number => path.split('/').length;
  return files
    .map(({ path }) => path)
    .filter((path) => packageFiles.includes(nameOf(path)))
    .sort((a, b) => depth(a) - depth(b) || packageFiles.indexOf(nameOf(a)) - packageFiles.indexOf(nameOf(b)))
    .slice(0, mostFiles);
}

type Given = ReadonlyMap<string, ConfigValue>;

/** Where a run ran and on what, by section. */
export interface Environment {
  readonly source: Given;
  readonly machine: Given;
  readonly packages: Given;
}

/** What runs carry of their surroundings: tags, system metrics, and the package files among their artifacts. */
export function toEnvironment(run: ComparedRun, found: ArtifactTexts | undefined): Environment {
  const packages = new Map<string, string>();
  let python = tagLike(run, /^python([_. -]?version)?$|python_version/i);
  for (const file of found?.files ?? []) {
    if (file.runId !== run.runId || file.text === null) continue;
    const text = found?.texts[file.text] ?? '';
    python ??= /^\s*python\s*:\s*["']?([\d.]+)/m.exec(text)?.[1];
    for (const [name, version] of parsePackages(text, file.path)) {
      if (name === 'python') python ??= version;
      else if (!packages.has(name)) packages.set(name, version);
    }
  }
  return {
    source: toGiven(sourceOf(run)),
    machine: toGiven({ Python: python, ...machineOf(run) }),
    packages: new Map([...packages].map(([name, text]) => [name, { text, meaning: `v${text}` }])),
  };
}

/** Parameters with what is nested in them taken apart. */
export function toParameters(run: ComparedRun): Given {
  return flattenConfig(run.params);
}

function sourceOf({ tags }: ComparedRun): Readonly<Record<string, string | undefined>> {
  return {
    'Entry point': tags['mlflow.source.name'],
    'Project entry point': tags['mlflow.project.entryPoint'],
    Repository: tags['mlflow.source.git.repoURL'] ?? tags['mlflow.gitRepoURL'],
    Branch: tags['mlflow.source.git.branch'] ?? tags['mlflow.gitBranch'],
    Commit: tags['mlflow.source.git.commit'],
    'Docker image': tags['mlflow.docker.image.uri'],
  };
}

const machineWords = /gpu|cuda|cudnn|driver|cpu|cores|memory|ram|host|hardware|accelerator|device|instance/i;

function machineOf(run: ComparedRun): Readonly<Record<string, string | undefined>> {
  const tagged = Object.entries(run.tags).filter(
    ([key]) => !key.startsWith('mlflow.') && machineWords.test(key),
  );
  const gpus = new Set(run.metrics.flatMap(({ key }) => /^system\/gpu_(\d+)_/.exec(key)?.[1] ?? []));
  return {
    ...Object.fromEntries(tagged),
    'GPUs measured': gpus.size === 0 ? undefined : String(gpus.size),
  };
}

function tagLike({ tags }: ComparedRun, name: RegExp): string | undefined {
  return Object.entries(tags).find(([key]) => name.test(key))?.[1];
}

function toGiven(values: Readonly<Record<string, string | undefined>>): Given {
  return new Map(
    Object.entries(values).flatMap(([key, text]) =>
      text === undefined || text === '' ? [] : [[key, { text, meaning: meaningOf(text) }] as const],
    ),
  );
}
