import { useMemo } from 'react';
import { toSafeHtml } from './safe-markdown.ts';
import classes from './markdown.module.css';

/** Markdown that people and programs wrote, made harmless. */
export function Markdown({ text }: { readonly text: string }) {
  const html = useMemo(() => toSafeHtml(text), [text]);
  // The one place for this: `toSafeHtml` lets nothing through that could act.
  return <div className={classes['markdown']} dangerouslySetInnerHTML={{ __html: html }} />;
}
