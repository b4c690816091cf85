import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { url } from '#studio/app/url.ts';
import { CodeSnippet } from '#studio/ui/code-snippet.tsx';
import { EmptyState } from '#studio/ui/empty-state.tsx';
import { firstRunSnippet } from '#studio/ui/log-snippet.model.ts';
import { formatInteger } from '#studio/ui/number.model.ts';
import type { RunsView } from './runs-view.model.ts';
import type { RunsNews } from './use-runs-news.ts';
import type { ChangeRunsView } from './use-runs-view.ts';

interface NoRunsProps {
  readonly workspace: string;
  readonly view: RunsView;
  readonly news: RunsNews;
  readonly onChange: ChangeRunsView;
}

/** Why there is no row, and the way to some. */
export function NoRuns({ workspace, view, news, onChange }: NoRunsProps) {
  if (news.error !== null) {
    return (
      <EmptyState title="This filter cannot be read" action={<ClearFilter onChange={onChange} />}>
        {news.error.message}
      </EmptyState>
    );
  }
  if (view.lifecycle === 'deleted' && view.filter.trim() === '') {
    return (
      <EmptyState
        title="The trash is empty"
        action={
          <Button
            variant="default"
            onClick={() => onChange((now) => ({ ...now, lifecycle: 'active', selected: [] }))}
          >
            Back to the runs
          </Button>
        }
      >
        Deleted runs lie here, with all they logged, until someone restores them.
      </EmptyState>
    );
  }
  if ((news.total ?? 0) > 0) {
    return (
      <EmptyState title="No run matches" action={<ClearFilter onChange={onChange} />}>
        None of {formatInteger(news.total ?? 0)} runs fits this filter. A run without the metric, parameter or
        tag that is asked for never matches, also for !=.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={view.experiments.length > 0 ? 'No runs in these experiments yet' : 'No runs yet'}
      action={
        <Button component={Link} to={url.workspace(workspace)} variant="default">
          All ways to log, and a sample
        </Button>
      }
    >
      <p>Log one from Python; it shows here while it runs.</p>
      <CodeSnippet code={firstRunSnippet(window.location.origin, workspace)} what="a first run in Python" />
    </EmptyState>
  );
}

function ClearFilter({ onChange }: { readonly onChange: ChangeRunsView }) {
  return (
    <Button variant="default" onClick={() => onChange((now) => ({ ...now, filter: '' }))}>
      Clear the filter
    </Button>
  );
}
