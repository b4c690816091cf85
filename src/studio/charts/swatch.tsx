import type { RunMark } from '#domain/colour/run-marks.ts';
import { useTheme } from '../preferences/use-theme.ts';
import { colourOf, dashOf } from './scene/chart-theme.ts';

/** A run's colour and dashes, as its line on a chart has them. */
export function Swatch({ mark }: { readonly mark: RunMark }) {
  const scheme = useTheme();
  return (
    <svg width="16" height="12" aria-hidden="true" style={{ flex: 'none' }}>
      <line
        x1="1"
        x2="15"
        y1="6"
        y2="6"
        stroke={colourOf(mark, scheme)}
        strokeWidth={mark.dash === 0 ? 4 : 3}
        strokeDasharray={dashOf(mark).join(' ')}
        strokeLinecap={mark.dash === 0 ? 'round' : 'butt'}
      />
    </svg>
  );
}
