import type { AuditEvent } from '#contract/activity.ts';
import type { ReactNode } from 'react';
import classes from './audit-table.module.css';
import { describeAction, describeDetail, describeDoor } from './audit-words.model.ts';
import { formatInteger } from './number.model.ts';
import { RelativeTime } from './relative-time.tsx';
import table from './table.module.css';

interface AuditTableProps {
  /** What the table holds, for those who cannot see where it stands. */
  readonly caption: string;
  readonly events: readonly AuditEvent[];
  /** What the action was done to; follows the words of the action. */
  readonly renderSubject: (event: AuditEvent) => ReactNode;
}

/** One line an event; streams of logging calls are summed into one, with their count. */
export function AuditTable({ caption, events, renderSubject }: AuditTableProps) {
  return (
    <table className={table['table']}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">Who</th>
          <th scope="col">What</th>
          <th scope="col" className={classes['wide-only']}>
            Through
          </th>
          <th scope="col" data-number>
            Times
          </th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={event.id}>
            <td className={classes['when']}>
              <RelativeTime atMs={event.atMs} />
            </td>
            <td>{event.actor}</td>
            <td>
              {describeAction(event.action)} {renderSubject(event)}
              <span className={classes['detail']}>{describeDetail(event).join(' · ')}</span>
            </td>
            <td className={`${classes['wide-only']} ${classes['dim']}`}>{describeDoor(event.via)}</td>
            <td data-number className={classes['dim']}>
              {event.count > 1 && formatInteger(event.count)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
