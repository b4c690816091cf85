import { Skeleton } from '@mantine/core';
import { memo, useMemo, useRef } from 'react';
import { type Size, useSize } from '../scene/use-size.ts';
import { CardActions } from './card-actions.tsx';
import { CardEdges } from './card-edges.tsx';
import { MetricBody } from './metric-body.tsx';
import classes from './metric-card.module.css';
import { type MetricCardProps, rangeOf } from './metric-card-props.ts';
import { NewPoints } from './new-points.tsx';
import { describeGroups, describeOddPoints, describeShare } from './share-text.ts';
import { useDrawnLines } from './use-drawn-lines.ts';

interface PlacedCardProps extends MetricCardProps {
  /** How much room the chart has, in pixels, where that is known beforehand. */
  readonly room?: Size | undefined;
  /** Whether it is on the screen just now, not only near it. */
  readonly inSight?: boolean;
  /** It flies past: nothing is asked for, nothing drawn. */
  readonly fast: boolean;
  /** Moves the card by so many pixels, to where it is dropped, or by so many places. Absent where cards lie still. */
  readonly onMove?: (metric: string, by: { readonly x: number; readonly y: number } | number) => void;
  readonly columnWidth: number;
}

/** One metric of several runs: what it is, how much of it is drawn, and the chart or its table. */
export const MetricCard = memo(function MetricCard(props: PlacedCardProps) {
  const { metric, view, fast } = props;
  const card = useRef<HTMLElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const measured = useSize(body, props.room === undefined);
  const size = props.room ?? measured;
  const range = rangeOf(view, metric);
  const { answer, lines, look, share, grouped } = useDrawnLines(props, range, fast ? undefined : size);
  const odd = describeOddPoints(share);
  const told = useMemo(
    () =>
      answer.data === undefined
        ? ''
        : grouped
          ? describeGroups(lines.length, view)
          : describeShare(share, look),
    [answer.data, share, look, grouped, lines.length, view],
  );
  return (
    <section ref={card} className={classes['card']} data-full={view.full === metric} aria-label={metric}>
      <header className={classes['card-head']}>
        <div className={classes['card-titles']}>
          <h3 className={classes['card-title']} title={metric}>
            {metric}
          </h3>
          <p className={classes['card-share']} title={told}>
            {odd !== '' && <span className={classes['card-odd']}>{odd} · </span>}
            {told}
          </p>
        </div>
        <CardActions {...props} card={card} lines={lines} />
      </header>
      <div ref={body} className={classes['card-body']} aria-busy={answer.isFetching}>
        {fast && answer.data === undefined ? (
          <Skeleton height="100%" animate={false} />
        ) : (
          <MetricBody {...props} size={size} answer={answer} lines={lines} />
        )}
        {range !== undefined && <NewPoints {...props} range={range} />}
      </div>
      {props.onMove !== undefined && <CardEdges {...props} onMove={props.onMove} card={card} />}
    </section>
  );
});
