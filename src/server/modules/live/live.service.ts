import type { LiveEvent } from '#contract/live.ts';

/** How many events a reconnecting watcher can be told again. */
const remembered = 2000;

interface Sequenced {
  readonly id: number;
  readonly event: LiveEvent;
}

interface Channel {
  readonly recent: Sequenced[];
  readonly listeners: Set<() => void>;
  nextId: number;
}

export type LiveService = ReturnType<typeof createLiveService>;

/** Tells watchers of a workspace what changed, after the change is durable. In memory: it carries no data. */
export function createLiveService() {
  const channels = new Map<number, Channel>();
  // Ids go on rising over restarts, so that an id from an earlier process is known to be too old.
  let firstId = 1;

  function channelOf(workspaceId: number): Channel {
    const found = channels.get(workspaceId);
    if (found !== undefined) return found;
    const created: Channel = { recent: [], listeners: new Set(), nextId: firstId };
    channels.set(workspaceId, created);
    return created;
  }

  return {
    /** Sets where ids start; called once, with the time of start. */
    startAt(nowMs: number): void {
      firstId = nowMs;
    },

    publish(workspaceId: number, event: LiveEvent): void {
      const channel = channelOf(workspaceId);
      channel.recent.push({ id: channel.nextId, event });
      channel.nextId += 1;
      if (channel.recent.length > remembered * 2) channel.recent.splice(0, remembered);
      for (const listener of channel.listeners) listener();
    },

    /** The id after which a new watcher wants to hear. */
    position(workspaceId: number): number {
      return channelOf(workspaceId).nextId - 1;
    },

    /** Events after an id, oldest first, repeats merged; a single `resync` where they are no longer known. */
    after(workspaceId: number, id: number): { readonly events: LiveEvent[]; readonly position: number } {
      const channel = channelOf(workspaceId);
      const position = channel.nextId - 1;
      const oldest = channel.recent[0]?.id ?? channel.nextId;
      // What is not a number is not known either.
      const isKnown = id >= oldest - 1 && id <= position;
      if (!isKnown) return { events: [{ kind: 'resync' }], position };
      return { events: mergeEvents(channel.recent.filter((each) => each.id > id)), position };
    },

    /** Calls `listener` at every publication until the returned function is called. */
    listen(workspaceId: number, listener: () => void): () => void {
      const { listeners } = channelOf(workspaceId);
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Events that would make a watcher look at the same thing twice become one. */
function mergeEvents(sequence: readonly Sequenced[]): LiveEvent[] {
  const merged = new Map<string, LiveEvent>();
  for (const { event } of sequence) {
    const key = mergeKey(event);
    const before = merged.get(key);
    merged.delete(key);
    merged.set(key, before === undefined ? event : mergePair(before, event));
  }
  return [...merged.values()];
}

function mergeKey(event: LiveEvent): string {
  switch (event.kind) {
    case 'run':
      return `run ${event.change} ${event.runId}`;
    case 'metrics':
    case 'artifacts':
      return `${event.kind} ${event.runId}`;
    case 'resource':
      return `resource ${event.resource} ${event.id}`;
    case 'experiment':
      return `experiment ${event.experimentId}`;
    case 'workspace':
    case 'resync':
      return event.kind;
  }
}

const maxKeys = 100;

function mergePair(before: LiveEvent, event: LiveEvent): LiveEvent {
  if (before.kind !== 'metrics' || event.kind !== 'metrics') return event;
  const keys = [...new Set([...before.keys, ...event.keys])];
  return { ...event, keys: keys.slice(0, maxKeys), more: before.more || event.more || keys.length > maxKeys };
}
