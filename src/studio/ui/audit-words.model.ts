import type { AuditEvent } from '#contract/activity.ts';

/** Where the verb alone would not read well before its subject. */
const phrases: Readonly<Record<string, string>> = {
  'artifact.write': 'wrote files of',
  'artifact.upload': 'uploaded files to',
  'artifact.delete': 'deleted files of',
  'artifact.abandon-upload': 'gave up an upload to',
  'run.lineage': 'linked data and models to',
  'sample.start': 'started the sample in',
};

const verbs: Readonly<Record<string, string>> = {
  create: 'created',
  update: 'changed',
  delete: 'deleted',
  restore: 'restored',
  archive: 'archived',
  unarchive: 'brought back',
  log: 'logged to',
  tag: 'tagged',
};

const doors: Readonly<Record<AuditEvent['via'], string>> = {
  studio: 'Studio',
  mlflow: 'MLflow client',
  cli: 'Command line',
  system: 'Atelier itself',
};

/** What was done, in words that lead to its subject; a verb that is not in the lists keeps its own name. */
export function describeAction(action: string): string {
  const [, verb = action] = action.split('.');
  return phrases[action] ?? verbs[verb] ?? verb.replaceAll('-', ' ');
}

export function describeDoor(via: AuditEvent['via']): string {
  return doors[via];
}

const longestDetail = 80;

/** The rest of the detail as `key value` texts, without what is empty; long values are cut. */
export function describeDetail(event: AuditEvent): readonly string[] {
  return Object.entries(event.detail)
    .filter(([key, value]) => key !== 'name' && key !== 'runName' && !isEmpty(value))
    .map(([key, value]) => {
      const text = typeof value === 'string' ? value : JSON.stringify(value);
      return `${key} ${text.length > longestDetail ? `${text.slice(0, longestDetail - 1)}…` : text}`;
    });
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
