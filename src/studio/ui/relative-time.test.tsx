import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, onTestFinished, test } from 'vitest';
import { usePreferences } from '../preferences/preferences.store.ts';
import { RelativeTime } from './relative-time.tsx';

test.each(['relative', 'exact'] as const)(
  'a time without a date is told, not thrown, when %s',
  async (times) => {
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
    const before = usePreferences.getState().times;
    usePreferences.setState({ times });
    const host = document.createElement('div');
    const root = createRoot(host);
    onTestFinished(async () => {
      await act(async () => root.unmount());
      usePreferences.setState({ times: before });
    });
    await act(async () => root.render(<RelativeTime atMs={8_640_000_000_000_001} />));
    expect(host.textContent).toContain('no valid date');
  },
);
