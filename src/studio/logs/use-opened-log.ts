import type { LogOutline } from '#contract/run-logs.ts';
import { useCallback, useEffect } from 'react';
import { lineAtTime, nextOf, outlineGrain, refineLine } from './log-times.model.ts';
import { useChosenLine } from './use-chosen-line.ts';
import { useLogFollow } from './use-log-follow.ts';
import { type LogPlace, useLogLines } from './use-log-lines.ts';
import { useLogScroll } from './use-log-scroll.ts';
import { useLogSearch } from './use-log-search.ts';

export interface OpenedLogState extends LogPlace {
  readonly outline: LogOutline;
  /** Whether more of it is to be expected. */
  readonly live: boolean;
  /** The chosen line, from 0; shown at first. */
  readonly line: number | undefined;
  readonly onLine: (line: number | undefined) => void;
  readonly find: string;
  /** A time pointed at elsewhere (in a chart), UTC milliseconds: the log goes there. */
  readonly pointedAtMs?: number | undefined;
  /** Told when a line that was written at a time is chosen. */
  readonly onTime?: ((atMs: number) => void) | undefined;
}

/** Where in a log somebody is, and the ways to go on. */
export function useOpenedLog(state: OpenedLogState, lineHeight: number) {
  const { outline, live, pointedAtMs, onTime } = state;
  const scrolling = useLogScroll(outline.lines, lineHeight);
  const { reveal } = scrolling;
  const [chosen, setChosen] = useChosenLine(state.line, state.onLine);
  const search = useLogSearch(state, state.find, outline.lines);
  const follow = useLogFollow(outline.lines, scrolling, live && state.line === undefined);
  const { set: setFollowing } = follow;
  const near = pointedAtMs === undefined ? undefined : lineAtTime(outline.times, pointedAtMs);
  const spans = [scrolling, ...(near === undefined ? [] : [{ first: near, last: near + outlineGrain }])];
  const { lineAt, error } = useLogLines(state, outline, spans);
  const pointed =
    near === undefined || pointedAtMs === undefined
      ? undefined
      : refineLine((line) => lineAt(line)?.atMs, near, pointedAtMs);
  const go = useCallback(
    (line: number | undefined) => {
      if (line === undefined) return;
      setFollowing(false);
      setChosen(line);
      reveal(line);
    },
    [reveal, setChosen, setFollowing],
  );
  useReveal(reveal, state.line);
  useReveal(reveal, pointed);
  const atMs = chosen === undefined ? undefined : lineAt(chosen)?.atMs;
  useEffect(() => {
    if (typeof atMs === 'number') onTime?.(atMs);
  }, [atMs, onTime]);
  return {
    scrolling,
    chosen,
    pointed,
    setChosen,
    go,
    search,
    follow,
    lineAt,
    error,
    onMatch: (step: 1 | -1): void => go(nextOf(search.matches, chosen, step)),
    onError: (step: 1 | -1): void => go(nextOf(outline.errors, chosen, step)),
  };
}

/** Scrolls to a line whenever another one is named. */
function useReveal(reveal: (line: number) => void, line: number | undefined): void {
  useEffect(() => {
    if (line !== undefined) reveal(line);
  }, [reveal, line]);
}
