import type { RunDetails } from '#contract/runs.ts';
import { CodeSnippet } from '#studio/ui/code-snippet.tsx';
import { EmptyState } from '#studio/ui/empty-state.tsx';

/** How console output comes to be here. */
export function NoLogs({ workspace, run }: { readonly workspace: string; readonly run: RunDetails }) {
  const address = `${location.origin}/api/workspaces/${workspace}/runs/${run.runId}/logs/append`;
  return (
    <EmptyState title="No console output">
      <p>
        Files that are called <code>*.log</code>, or lie below <code>logs/</code>, are read here:{' '}
        <code>mlflow.log_artifact(&quot;train.log&quot;, &quot;logs&quot;)</code>.
      </p>
      {run.lifecycle === 'active' && (
        <>
          <p>A program can send its output as it goes, each entry a line or more:</p>
          <CodeSnippet
            what="the call"
            code={`import requests\n\nrequests.post(\n    "${address}",\n    json={"entries": [{"text": "epoch 1", "stream": "stdout"}]},\n)`}
          />
        </>
      )}
    </EmptyState>
  );
}
