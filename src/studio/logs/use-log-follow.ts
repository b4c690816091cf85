import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { LogScrolling } from './use-log-scroll.ts';

export interface LogFollow {
  readonly following: boolean;
  readonly set: (following: boolean) => void;
}

/** Stays at the end of a log that grows, until somebody scrolls back to read. */
export function useLogFollow(
  lines: number,
  { atEnd, scrollToEnd }: Pick<LogScrolling, 'atEnd' | 'scrollToEnd'>,
  starts: boolean,
): LogFollow {
  const [following, setFollowing] = useState(starts);
  const seen = useRef<{ readonly lines: number; readonly atEnd: boolean }>(undefined);
  useLayoutEffect(() => {
    if (following && lines > 0) scrollToEnd();
  }, [following, lines, scrollToEnd]);
  useEffect(() => {
    const before = seen.current;
    seen.current = { lines, atEnd };
    // The end was in sight and nothing has come since: whoever reads has scrolled away from it.
    if (before?.lines === lines && before.atEnd && !atEnd) setFollowing(false);
  }, [atEnd, lines]);
  return { following, set: setFollowing };
}
