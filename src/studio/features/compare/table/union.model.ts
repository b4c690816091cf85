const naturally = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** All names that any of the lists has, once each, numbers in them in their order. */
export function unionOf(lists: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(lists.flat())].sort(naturally.compare);
}
