import { searchRuns } from '#contract/runs.ts';
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { url } from '#studio/app/url.ts';
import { useOperation } from '#studio/query/operation-query.ts';

const count = 10;

/** A first comparison in one press; nothing while there are no two runs. */
export function LatestRunsButton({ workspace }: { readonly workspace: string }) {
  const { data } = useOperation(searchRuns, { params: { workspace }, body: { limit: count } });
  const runIds = data?.rows.map((row) => row.runId) ?? [];
  if (runIds.length < 2) return null;
  return (
    <Button component={Link} to={url.compare(workspace, runIds)} variant="default">
      Compare the latest {runIds.length}
    </Button>
  );
}
