import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { PlotView } from './plot.model.ts';
import type { Zoom } from './zoom.model.ts';

/**
 * The view with a zoom that a gesture just makes, until the page's own view has taken it over: at most one a frame.
 */
export function useZoomPreview(view: PlotView): readonly [PlotView, (zoom: Zoom) => void] {
  const [draft, setDraft] = useState<{ readonly of: PlotView; readonly zoom: Zoom }>();
  const waiting = useRef<Zoom>(undefined);
  const frame = useRef(0);
  const latest = useRef(view);
  useEffect(() => {
    latest.current = view;
  }, [view]);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  const preview = useCallback((zoom: Zoom) => {
    const idle = waiting.current === undefined;
    waiting.current = zoom;
    if (!idle) return;
    frame.current = requestAnimationFrame(() => {
      const next = waiting.current;
      waiting.current = undefined;
      if (next !== undefined) setDraft({ of: latest.current, zoom: next });
    });
  }, []);
  const shown = useMemo(() => {
    if (draft?.of !== view) return view;
    const { x, y } = draft.zoom;
    return {
      ...view,
      ...(x === undefined ? {} : { xRange: x }),
      ...(y === undefined ? {} : { yRange: y }),
    };
  }, [draft, view]);
  return [shown, preview];
}
