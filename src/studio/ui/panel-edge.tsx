import { useEffect } from 'react';
import { usePreferences } from '../preferences/preferences.store.ts';
import classes from './side-panel.module.css';

const least = 320;
const most = 1200;
const arrowStep = 24;

/** The edge of a side panel that one drags, or moves with the left and right arrow keys. */
export function PanelEdge() {
  const width = usePreferences((state) => state.panelWidth);
  const set = usePreferences((state) => state.set);
  useEffect(() => {
    document.documentElement.style.setProperty('--panel-width', `${width}px`);
  }, [width]);
  const resize = (to: number): void => set({ panelWidth: Math.round(Math.min(most, Math.max(least, to))) });
  return (
    <div
      className={classes['edge']}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an input of type range is dragged along its own length
      role="slider"
      aria-label="Width of the panel"
      aria-orientation="horizontal"
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={width}
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) resize(window.innerWidth - event.clientX);
      }}
      onKeyDown={(event) => {
        if (event.key === 'ArrowLeft') resize(width + arrowStep);
        if (event.key === 'ArrowRight') resize(width - arrowStep);
      }}
    />
  );
}
