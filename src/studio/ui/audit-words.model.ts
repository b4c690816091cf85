import { type AuditEvent, type RunValueChange, runValueChange } from '#contract/activity.ts';
import { z } from 'zod';

/** Where the verb alone would not read well before its subject. */
const phrases: Readonly<Record<string, string>> = {
  'artifact.write': 'wrote files of',
  'artifact.upload': 'uploaded files to',
  'artifact.delete': 'deleted files of',
  'artifact.abandon-upload': 'gave up an upload to',
  'run.write-console': 'wrote console output of',
  'run.lineage': 'linked data and models to',
  'sample.start': 'started the sample in',
  'metric.direction': 'set the direction of',
  'experiment.baseline': 'set the baseline of',
  'experiment.default-view': 'chose the view of',
  'annotation.create': 'noted',
  'annotation.reply': 'replied to the',
  'report.freeze': 'froze lines for a',
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

const changedValues = z.object({ changes: z.array(runValueChange).catch([]).default([]) });

/** The values that an event of a run says were changed; none for events of other kinds. */
export function changesIn(event: AuditEvent): readonly RunValueChange[] {
  return changedValues.parse(event.detail).changes;
}

/** Told by the changes themselves, where there are any. */
const toldByChanges: readonly string[] = ['tags', 'removed', 'status'];

/**
 * What an event changed, old value and new, and the rest of its detail as `key value` texts, without what is empty;
 * long values are cut.
 */
export function describeDetail(event: AuditEvent): readonly string[] {
  const changes = changesIn(event);
  const rest = Object.entries(event.detail)
    .filter(([key, value]) => key !== 'name' && key !== 'runName' && key !== 'changes' && !isEmpty(value))
    .filter(([key]) => changes.length === 0 || !toldByChanges.includes(key))
    .map(([key, value]) => {
      const text = typeof value === 'string' ? value : JSON.stringify(value);
      return `${key} ${shorten(text)}`;
    });
  return [...changes.map(describeChange), ...rest];
}

function describeChange({ what, key, from, to }: RunValueChange): string {
  const subject = key ?? what;
  const shown = (value: string): string => (value === '' ? 'empty' : shorten(value.replaceAll(/\s+/g, ' ')));
  if (from === null) return `${subject}: ${shown(to ?? '')} (new)`;
  if (to === null) return `${subject}: ${shown(from)} (removed)`;
  return `${subject}: ${shown(from)} → ${shown(to)}`;
}

function shorten(text: string): string {
  return text.length > longestDetail ? `${text.slice(0, longestDetail - 1)}…` : text;
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
