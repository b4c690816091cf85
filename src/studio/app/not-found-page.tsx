import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';
import { url } from './url.ts';

/** No page has this address. */
export function NotFoundPage() {
  return (
    <Page title="Not found">
      <EmptyState
        title="There is no page at this address"
        action={
          <Button component={Link} to={url.home()} variant="default">
            Go to Home
          </Button>
        }
      >
        <p>The link may be cut off, or what it led to was removed for good.</p>
      </EmptyState>
    </Page>
  );
}
