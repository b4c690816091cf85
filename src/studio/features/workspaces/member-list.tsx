import { listMembers } from '#contract/workspaces.ts';
import { useOperation } from '#studio/query/operation-query.ts';
import { ErrorState } from '#studio/ui/error-state.tsx';
import { SkeletonRows } from '#studio/ui/skeleton-rows.tsx';
import table from '#studio/ui/table.module.css';
import classes from './workspace-settings.module.css';

const may = {
  owner: 'Everything, settings and people included',
  editor: 'Log, change and delete runs and experiments',
  reader: 'See everything',
  labeler: 'See and do labeling work',
} as const;

/** Who belongs to the workspace, and what that lets them do. */
export function MemberList({ workspace }: { readonly workspace: string }) {
  const { data, error, refetch } = useOperation(listMembers, { params: { workspace } });
  return (
    <section className={classes['section']}>
      <h2>People</h2>
      <div className={classes['content']}>
        {data === undefined && error === null && <SkeletonRows rows={2} what="people" />}
        {data === undefined && error !== null && (
          <ErrorState title="The people could not be loaded" error={error} onRetry={() => void refetch()} />
        )}
        {data !== undefined && (
          <table className={table['table']}>
            <caption>People of this workspace</caption>
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">Role</th>
                <th scope="col">May</th>
              </tr>
            </thead>
            <tbody>
              {data.members.map((member) => (
                <tr key={member.personId}>
                  <td>{member.name}</td>
                  <td>{member.role}</td>
                  <td className={classes['hint']}>{may[member.role]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </section>
  );
}
