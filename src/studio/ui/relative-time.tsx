import { usePreferences } from '../preferences/preferences.store.ts';
import { formatExact, formatRelative } from './time.model.ts';
import { useNow } from './use-now.ts';

/** A moment, as "3 min ago" or exactly, whichever the person prefers; the other one on hover. */
export function RelativeTime({ atMs }: { readonly atMs: number }) {
  const exactly = usePreferences((state) => state.times === 'exact');
  return exactly ? <Exact atMs={atMs} /> : <Ago atMs={atMs} />;
}

function Ago({ atMs }: { readonly atMs: number }) {
  // A clock a little ahead of ours is no reason to speak of the future.
  const nowMs = Math.max(useNow(), atMs);
  return (
    <time dateTime={new Date(atMs).toISOString()} title={formatExact(atMs)}>
      {formatRelative(atMs, nowMs)}
    </time>
  );
}

function Exact({ atMs }: { readonly atMs: number }) {
  return (
    <time dateTime={new Date(atMs).toISOString()} style={{ fontVariantNumeric: 'tabular-nums' }}>
      {formatExact(atMs)}
    </time>
  );
}
