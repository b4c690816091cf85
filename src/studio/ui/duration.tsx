import { formatDuration } from './time.model.ts';
import { useNow } from './use-now.ts';

interface DurationProps {
  readonly startedAtMs: number;
  /** `null` while it goes on: then the text counts up. */
  readonly endedAtMs: number | null;
}

/** How long something took, or has taken until now. */
export function Duration({ startedAtMs, endedAtMs }: DurationProps) {
  return endedAtMs === null ? <Running startedAtMs={startedAtMs} /> : <Span ms={endedAtMs - startedAtMs} />;
}

function Running({ startedAtMs }: { readonly startedAtMs: number }) {
  return <Span ms={Math.max(0, useNow() - startedAtMs)} />;
}

function Span({ ms }: { readonly ms: number }) {
  return (
    <span
      title={`${ms.toLocaleString('en-US')} ms`}
      style={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}
    >
      {formatDuration(ms)}
    </span>
  );
}
