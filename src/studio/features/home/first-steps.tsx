import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { url } from '#studio/app/url.ts';
import { CodeSnippet } from '#studio/ui/code-snippet.tsx';
import { EmptyState } from '#studio/ui/empty-state.tsx';
import { logSnippet } from '#studio/ui/log-snippet.model.ts';

/** While nothing has been logged anywhere: how to begin. */
export function FirstSteps({ workspace }: { readonly workspace: string }) {
  return (
    <EmptyState
      title="Log your first run"
      action={
        <Button component={Link} to={url.workspace(workspace)} variant="default">
          See all the steps, or train a sample
        </Button>
      }
    >
      <p>Any script that logs to MLflow logs to Atelier. Add these lines, run it, and watch it here.</p>
      <br />
      <CodeSnippet code={logSnippet(window.location.origin, workspace)} what="the three lines of Python" />
    </EmptyState>
  );
}
