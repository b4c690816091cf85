import { MlflowFailure } from './failure.ts';
import { pythonText, showJson } from './json-text.ts';

export const maxKeyLength = 250;
export const maxParamValueLength = 6000;
export const maxTagValueLength = 8000;

function invalid(message: string): MlflowFailure {
  return new MlflowFailure('INVALID_PARAMETER_VALUE', message);
}

/** Keys that need no closer look: the great majority. */
const plainKey = /^(?!__proto__$)[A-Za-z0-9_\- :]+(?:[/.][A-Za-z0-9_\- :]+)*$/;
/** Answers hold keys as members of objects, and many a reader of JSON drops this one without a word. */
const unkeepableKey = '__proto__';
const allowedKey = /^[/\p{L}\p{N}_.\- :]*$/u;

/** Whether a key is beyond doubt, so that nothing else needs to be asked. */
export function isPlainKey(key: string): boolean {
  return key.length <= maxKeyLength && plainKey.test(key);
}

/**
 * Refuses a key of a metric, parameter or tag that MLflow refuses, in its words.
 * @param path what MLflow calls the field in its message, such as `name` or `params[0].key`
 * @param title what it calls it when it is too long
 */
export function checkKey(key: string, path: string, title: string): void {
  if (!plainKey.test(key)) checkOddKey(key, path);
  if (key.length > maxKeyLength && characters(key) > maxKeyLength) {
    throw invalid(`'${title}' exceeds the maximum length of ${maxKeyLength} characters`);
  }
}

/** Refuses the one key that answers could not show. */
export function checkKeepable(key: string, path: string): void {
  if (key !== unkeepableKey) return;
  throw invalid(
    `Invalid value ${showJson(key)} for parameter '${path}' supplied: This name cannot be a member of a JSON object in every program that reads it. Choose another name.`,
  );
}

function checkOddKey(key: string, path: string): void {
  checkKeepable(key, path);
  if (!allowedKey.test(key)) {
    throw invalid(
      `Invalid value ${showJson(key)} for parameter '${path}' supplied: Names may only contain alphanumerics, underscores (_), dashes (-), periods (.), spaces ( ), colon(:) and slashes (/).`,
    );
  }
  const normal = normalPath(key);
  if (normal !== key || normal === '.' || normal.startsWith('..') || normal.startsWith('/')) {
    throw invalid(
      `Invalid value ${showJson(key)} for parameter '${path}' supplied: Names may be treated as files in certain cases, and must not resolve to other names when treated as such. This name would resolve to ${pythonText(normal)}`,
    );
  }
}

/** As Python's `posixpath.normpath`. */
export function normalPath(path: string): string {
  const root = path.startsWith('//') && !path.startsWith('///') ? '//' : path.startsWith('/') ? '/' : '';
  const kept: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..' || (root === '' && kept.length === 0) || kept.at(-1) === '..') kept.push(part);
    else kept.pop();
  }
  return `${root}${kept.join('/')}` || '.';
}

/** Characters as Python counts them. */
function characters(text: string): number {
  return Array.from(text).length;
}

/** The first `limit` characters. MLflow cuts long values of parameters and tags without a word. */
export function cut(value: string, limit: number): string {
  return value.length <= limit ? value : Array.from(value).slice(0, limit).join('');
}

export function checkLength(value: string, name: string, limit: number): void {
  if (value.length > limit && characters(value) > limit) {
    throw invalid(`'${name}' exceeds the maximum length of ${limit} characters`);
  }
}

/** MLflow's rule for run ids in `log-batch`. */
export function checkRunId(runId: string): void {
  if (/^[a-zA-Z0-9][\w-]{0,255}$/.test(runId)) return;
  throw invalid(`Invalid value ${showJson(runId)} for parameter 'run_id' supplied.`);
}
