import { afterEach, expect, it } from 'vitest';
import { toast, undoNewest, useToasts } from './toast.store.ts';

afterEach(() => {
  useToasts.setState({ toasts: [] });
});

it('offers one way back at a time, that of the newest action', () => {
  const undone: string[] = [];
  toast({ message: 'Restored a', undo: () => undone.push('restore') });
  toast({ message: 'Moved b to the trash', undo: () => undone.push('delete') });
  toast({ message: 'Copied' });
  expect(useToasts.getState().toasts.map(({ message }) => message)).toEqual([
    'Moved b to the trash',
    'Copied',
  ]);
  undoNewest();
  undoNewest();
  expect(undone).toEqual(['delete']);
});
