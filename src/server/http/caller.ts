import type { Role } from '#contract/operation.ts';
import type { Actor } from '../ports/database.ts';

/**
 * Who is calling. Until sign-in exists, everyone who reaches the loopback port is the local person, the owner
 * of every workspace; credentials that an MLflow client sends (basic or bearer) name the actor in the audit trail.
 */
export interface Caller {
  readonly actor: Actor;
  /** The caller's role in a workspace, or `undefined` when they do not belong to it. */
  roleIn(this: void, workspaceId: number): Role | undefined;
}

export const localPersonId = 'local';
const localName = 'Local person';

/** Reads the caller from the request's headers. Credentials are not checked yet: there is nobody to check against. */
export function readCaller(request: Request, via: Actor['via']): Caller {
  return {
    actor: {
      personId: localPersonId,
      name: readName(request.headers.get('authorization')) ?? localName,
      via,
    },
    roleIn: () => 'owner',
  };
}

function readName(authorization: string | null): string | undefined {
  const [scheme, value] = (authorization ?? '').split(' ', 2);
  if (value === undefined || value === '') return undefined;
  if (scheme?.toLowerCase() === 'bearer') return 'API token';
  if (scheme?.toLowerCase() !== 'basic') return undefined;
  try {
    const bytes = Uint8Array.from(atob(value), (char) => char.charCodeAt(0));
    const name = new TextDecoder().decode(bytes).split(':', 1)[0]?.trim();
    return name === undefined || name === '' ? undefined : name.slice(0, 120);
  } catch {
    return undefined;
  }
}
