import type { WorkspaceScope } from '#server/http/workspace-scope.ts';
import type { Clock } from '#server/ports/ports.ts';

/** How long another server on the same database may not have heard of a change. */
const freshMs = 1000;
const maxEntries = 1000;

interface Entry {
  readonly workspace: WorkspaceScope;
  readonly readAtMs: number;
}

/** Remembers workspaces for a moment: every call asks for one, and they hardly ever change. */
export function createWorkspaceCache(clock: Clock) {
  const entries = new Map<string, Entry>();
  let clearedAtMs = 0;
  return {
    get(slug: string): WorkspaceScope | undefined {
      const entry = entries.get(slug);
      if (entry === undefined || clock.nowMs() - entry.readAtMs > freshMs) return undefined;
      return entry.workspace;
    },

    set(workspace: WorkspaceScope, readAtMs: number): void {
      // Read before the last change, so perhaps without it.
      if (readAtMs <= clearedAtMs) return;
      if (entries.size >= maxEntries) entries.clear();
      entries.set(workspace.slug, { workspace, readAtMs });
    },

    /** To be called after every change of workspaces, so that this server sees its own at once. */
    clear(): void {
      entries.clear();
      clearedAtMs = clock.nowMs();
    },
  };
}
