const naturally = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Keys and values of which either holds the text, any case; in the order of the keys, numbers as numbers. */
export function findEntries(
  record: Readonly<Record<string, string>>,
  text: string,
): readonly (readonly [string, string])[] {
  const wanted = text.trim().toLowerCase();
  return Object.entries(record)
    .filter(([key, value]) => key.toLowerCase().includes(wanted) || value.toLowerCase().includes(wanted))
    .sort(([a], [b]) => naturally.compare(a, b));
}

/** The tags people set; the client's own (`mlflow.…`) are told in other places. */
export function ownTags(tags: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(tags).filter(([key]) => !key.startsWith('mlflow.')));
}
