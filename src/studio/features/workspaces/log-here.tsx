import { CodeSnippet } from '#studio/ui/code-snippet.tsx';
import { logSnippet, workspaceSnippet } from '#studio/ui/log-snippet.model.ts';
import classes from './workspace-page.module.css';

/** The lines that log to this workspace, for whoever comes next. */
export function LogHere({ workspace }: { readonly workspace: string }) {
  const { origin } = window.location;
  const byWorkspace = workspaceSnippet(origin, workspace);
  return (
    <section className={`${classes['section']} ${classes['stack']}`}>
      <div className={classes['section-head']}>
        <h2>Log to this workspace</h2>
      </div>
      <CodeSnippet code={logSnippet(origin, workspace)} what="the three lines of Python" />
      {byWorkspace !== undefined && (
        <>
          <p className={classes['hint']}>Or, with MLflow 3.10 and later, by its own workspaces:</p>
          <CodeSnippet code={byWorkspace} what="the lines with MLflow workspaces" />
        </>
      )}
    </section>
  );
}
