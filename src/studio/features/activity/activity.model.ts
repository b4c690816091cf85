import type { AuditEvent } from '#contract/activity.ts';

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

/** What was done, in words: `run.log-batch` is "logged batch to"; what is not in the list keeps its own verb. */
export function describeAction(action: string): string {
  const [, verb = action] = action.split('.');
  return verbs[verb] ?? verb.replaceAll('-', ' ');
}

export function describeDoor(via: AuditEvent['via']): string {
  return doors[via];
}

/** What the event is about, in the words of its own detail where it has a name. */
export function subjectName(event: AuditEvent): string {
  const name = event.detail['name'] ?? event.detail['runName'] ?? event.detail['key'];
  return typeof name === 'string' && name !== '' ? name : event.subjectId;
}

/** The rest of the detail as `key value` texts; long values are cut at 80 characters. */
export function describeDetail(event: AuditEvent): readonly string[] {
  return Object.entries(event.detail)
    .filter(([key, value]) => key !== 'name' && key !== 'runName' && value !== null && value !== '')
    .map(([key, value]) => {
      const text = typeof value === 'string' ? value : JSON.stringify(value);
      return `${key} ${text.length > 80 ? `${text.slice(0, 79)}…` : text}`;
    });
}
