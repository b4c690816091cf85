import { url } from './url.ts';

/** The parts of an address that MLflow's client prints after a run ("View run … at: …"). */
export interface Address {
  readonly pathname: string;
  readonly hash: string;
}

/**
 * The studio's own path for a link in MLflow's form, such as `/ws/vision/#/experiments/3/runs/4f…` or
 * `/#/experiments/3/runs/4f…?workspace=vision`; `undefined` for any other address.
 */
export function fromMlflowLink({ pathname, hash }: Address): string | undefined {
  const prefix = /^\/ws\/([^/]+)\/?$/.exec(pathname)?.[1];
  if (prefix === undefined && pathname !== '/') return undefined;
  const [path = '', search = ''] = hash.replace(/^#/, '').split('?', 2);
  const workspace = prefix ?? new URLSearchParams(search).get('workspace') ?? 'default';
  const runId = /^\/experiments\/[^/]+\/runs\/([^/]+)/.exec(path)?.[1];
  if (runId !== undefined) return url.run(workspace, decodeURIComponent(runId));
  const experimentId = /^\/experiments\/([^/]+)/.exec(path)?.[1];
  if (experimentId !== undefined) {
    return url.runs(workspace, { experiments: [decodeURIComponent(experimentId)] });
  }
  return prefix === undefined ? undefined : url.workspace(prefix);
}
