import { Button } from '@mantine/core';
import { isRouteErrorResponse, Link, useRouteError } from 'react-router';
import { describeError } from '../ui/error-state.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { url } from './url.ts';

/** A page that could not be shown: not there, not loaded (a newer build is served), or broken. */
export function RouteErrorPage() {
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundPage />;
  const notLoaded = error instanceof TypeError && /import|module|fetch/i.test(error.message);
  return (
    <Page title="This page failed">
      <EmptyState
        title={notLoaded ? 'This page could not be loaded' : 'This page stopped working'}
        action={
          <>
            <Button component={Link} to={url.home()} variant="default">
              Go to Home
            </Button>
            <Button onClick={() => window.location.reload()}>Reload</Button>
          </>
        }
      >
        <p>
          {notLoaded
            ? 'The server cannot be reached, or it was updated since this tab was opened. Reload to get the current studio.'
            : describeError(error)}
        </p>
      </EmptyState>
    </Page>
  );
}
