import type { ArtifactEntry } from '#contract/artifacts.ts';

const errorTags = ['error', 'exception', 'mlflow.error', 'failure'] as const;
const errorName = /(traceback|error|exception|stderr)[^/]*\.(txt|log|md)$|^(traceback|error|stderr)$/i;

/** What a run's tags say about its failure. */
export function errorText(tags: Readonly<Record<string, string>>): string | undefined {
  for (const name of errorTags) {
    const text = tags[name]?.trim();
    if (text !== undefined && text !== '') return text;
  }
  return undefined;
}

/** The file among a run's artifacts that most likely holds the traceback. */
export function errorFile(entries: readonly ArtifactEntry[]): string | undefined {
  const files = entries.filter((entry) => !entry.isDirectory && errorName.test(entry.name));
  return (files.find((file) => /traceback/i.test(file.name)) ?? files[0])?.path;
}
