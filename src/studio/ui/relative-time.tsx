import { usePreferences } from '../preferences/preferences.store.ts';
import { formatAgo, formatExact, formatIso } from './time.model.ts';
import { useNow } from './use-now.ts';

/** A moment, as "3 min ago" or exactly, whichever the person prefers; the other one on hover. */
export function RelativeTime({ atMs }: { readonly atMs: number }) {
  const exactly = usePreferences((state) => state.times === 'exact');
  return exactly ? <Exact atMs={atMs} /> : <Ago atMs={atMs} />;
}

function Ago({ atMs }: { readonly atMs: number }) {
  return (
    <time dateTime={formatIso(atMs)} title={formatExact(atMs)}>
      {formatAgo(atMs, useNow())}
    </time>
  );
}

function Exact({ atMs }: { readonly atMs: number }) {
  return (
    <time dateTime={formatIso(atMs)} style={{ fontVariantNumeric: 'tabular-nums' }}>
      {formatExact(atMs)}
    </time>
  );
}
