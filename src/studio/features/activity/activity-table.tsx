import type { AuditEvent } from '#contract/activity.ts';
import { Link } from 'react-router';
import { url } from '#studio/app/url.ts';
import { describeAction, describeDetail, describeDoor } from '#studio/ui/audit-words.model.ts';
import { formatInteger } from '#studio/ui/number.model.ts';
import { RelativeTime } from '#studio/ui/relative-time.tsx';
import table from '#studio/ui/table.module.css';
import { namedIn } from './activity.model.ts';
import classes from './activity-page.module.css';
import { useRunNames } from './use-run-names.ts';

interface ActivityTableProps {
  readonly workspace: string;
  readonly events: readonly AuditEvent[];
}

/** One line an event; streams of logging calls are summed into one, with their count. */
export function ActivityTable({ workspace, events }: ActivityTableProps) {
  const names = useRunNames(workspace, events);
  return (
    <table className={table['table']}>
      <caption>Activity, newest first</caption>
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
              {describeAction(event.action)} {event.subjectKind}{' '}
              <Subject workspace={workspace} event={event} nowNamed={names.get(event.subjectId)} />
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

interface SubjectProps {
  readonly workspace: string;
  readonly event: AuditEvent;
  /** Its name as it is now, where the event does not tell it. */
  readonly nowNamed: string | undefined;
}

function Subject({ workspace, event, nowNamed }: SubjectProps) {
  const name = namedIn(event) ?? nowNamed ?? event.subjectId;
  const to = addressOf(workspace, event);
  return to === undefined ? (
    <span className={classes['subject']}>{name}</span>
  ) : (
    <Link to={to} className={classes['subject'] ?? ''}>
      {name}
    </Link>
  );
}

function addressOf(workspace: string, event: AuditEvent): string | undefined {
  switch (event.subjectKind) {
    case 'run':
      return url.run(workspace, event.subjectId);
    case 'experiment':
      return url.runs(workspace, { experiments: [event.subjectId] });
    case 'workspace':
      return url.workspace(event.subjectId);
    default:
      return undefined;
  }
}
