import {
  IconChartLine,
  IconDots,
  IconMaximize,
  IconMinimize,
  IconPinnedOff,
  IconTable,
  IconZoomReset,
} from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { CardMenu } from './card-menu.tsx';
import classes from './metric-card.module.css';
import { type CardActionsProps, rangeOf, showAll, toggleKey } from './metric-card-props.ts';

/** What can be done with a chart: the usual at once, the rest in a menu. */
export function CardActions(props: CardActionsProps) {
  const { metric, view, onChange } = props;
  const [open, setOpen] = useState(false);
  const full = view.full === metric;
  const asTable = view.tables.includes(metric);
  const zoomed = rangeOf(view, metric) !== undefined || view.yRanges.has(metric);
  return (
    <div className={classes['card-actions']}>
      {zoomed && (
        <CardAction
          label={`Show all of ${metric}`}
          hint="Show all (double click, or 0)"
          onClick={() => onChange((now) => showAll(now, metric))}
        >
          <IconZoomReset size={16} />
        </CardAction>
      )}
      {view.pins.includes(metric) && (
        <CardAction
          label={`Unpin ${metric}`}
          hint="Unpin"
          onClick={() => onChange((now) => ({ pins: toggleKey(now.pins, metric) }), 'refine')}
        >
          <IconPinnedOff size={16} />
        </CardAction>
      )}
      <CardAction
        label={asTable ? `Show ${metric} as a chart` : `Show ${metric} as a table`}
        hint={asTable ? 'As a chart' : 'As a table'}
        onClick={() => onChange((now) => ({ tables: toggleKey(now.tables, metric) }))}
      >
        {asTable ? <IconChartLine size={16} /> : <IconTable size={16} />}
      </CardAction>
      <CardAction
        label={full ? 'Back to all charts' : `Fill the page with ${metric}`}
        hint={full ? 'Back to all charts' : 'Fill the page'}
        onClick={() => onChange({ full: full ? undefined : metric })}
      >
        {full ? <IconMinimize size={16} /> : <IconMaximize size={16} />}
      </CardAction>
      {open ? (
        <CardMenu {...props} onClose={() => setOpen(false)} />
      ) : (
        <CardAction label={`More for ${metric}`} hint="More" onClick={() => setOpen(true)}>
          <IconDots size={16} />
        </CardAction>
      )}
    </div>
  );
}

interface CardActionProps {
  readonly label: string;
  readonly hint: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** A plain button: forty cards come into sight while a page scrolls. */
function CardAction({ label, hint, onClick, children }: CardActionProps) {
  return (
    <button type="button" className={classes['action']} aria-label={label} title={hint} onClick={onClick}>
      {children}
    </button>
  );
}
