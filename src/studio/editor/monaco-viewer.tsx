import { useEffect, useRef } from 'react';
import { useTheme } from '../preferences/use-theme.ts';
import type { CodeViewerProps } from './code-viewer.tsx';
import classes from './code-viewer.module.css';
import { languageOf } from './language.model.ts';
import { editor } from './monaco.ts';

/** Monaco, to read only. */
export function MonacoViewer({ text, name }: CodeViewerProps) {
  const place = useRef<HTMLDivElement>(null);
  const theme = useTheme();
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const viewer = editor.create(element, {
      value: text,
      language: languageOf(name),
      readOnly: true,
      domReadOnly: true,
      ariaLabel: `${name}, to read`,
      automaticLayout: true,
      contextmenu: false,
      fontFamily: 'JetBrains Mono Variable, ui-monospace, monospace',
      fontSize: 13,
      minimap: { enabled: false },
      renderFinalNewline: 'on',
      renderLineHighlight: 'none',
      scrollBeyondLastLine: false,
      stickyScroll: { enabled: false },
      // Tab must lead on to what comes behind.
      tabFocusMode: true,
      wordWrap: 'on',
      scrollbar: { alwaysConsumeMouseWheel: false },
    });
    return () => {
      viewer.getModel()?.dispose();
      viewer.dispose();
    };
  }, [text, name]);
  useEffect(() => editor.setTheme(theme === 'dark' ? 'vs-dark' : 'vs'), [theme]);
  return <div ref={place} className={classes['viewer']} />;
}
