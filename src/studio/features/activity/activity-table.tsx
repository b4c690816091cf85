import type { AuditEvent } from '#contract/activity.ts';
import { Link } from 'react-router';
import { url } from '#studio/app/url.ts';
import { AuditTable } from '#studio/ui/audit-table.tsx';
import { namedIn } from './activity.model.ts';
import classes from './activity-page.module.css';
import { useRunNames } from './use-run-names.ts';

interface ActivityTableProps {
  readonly workspace: string;
  readonly events: readonly AuditEvent[];
}

/** What happened in the workspace, each event with a way to what it happened to. */
export function ActivityTable({ workspace, events }: ActivityTableProps) {
  const names = useRunNames(workspace, events);
  return (
    <AuditTable
      caption="Activity, newest first"
      events={events}
      renderSubject={(event) => (
        <>
          {event.subjectKind}{' '}
          <Subject workspace={workspace} event={event} nowNamed={names.get(event.subjectId)} />
        </>
      )}
    />
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
    case 'view':
      return url.view(workspace, event.subjectId);
    case 'report':
      return url.report(workspace, event.subjectId);
    case 'workspace':
      return url.workspace(event.subjectId);
    default:
      return undefined;
  }
}
