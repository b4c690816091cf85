import { useMemo } from 'react';
import { sanitizeHtml } from './safe-markdown.ts';
import classes from './markdown.module.css';

/** HTML that a program wrote (a table of a notebook), made harmless. */
export function SafeHtml({ html }: { readonly html: string }) {
  const safe = useMemo(() => sanitizeHtml(html), [html]);
  // As in markdown.tsx: nothing that could act is let through.
  return <div className={classes['markdown']} dangerouslySetInnerHTML={{ __html: safe }} />;
}
