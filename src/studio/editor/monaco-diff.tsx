import { useEffect, useRef } from 'react';
import { useTheme } from '../preferences/use-theme.ts';
import classes from './code-viewer.module.css';
import type { DiffViewerProps } from './diff-viewer.tsx';
import { languageOf } from './language.model.ts';
import { editor } from './monaco.ts';

/** Monaco's comparison of two texts, to read only. What did not change is folded away. */
export function MonacoDiff({ before, after, name, inline = false }: DiffViewerProps) {
  const place = useRef<HTMLDivElement>(null);
  const theme = useTheme();
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const viewer = editor.createDiffEditor(element, {
      readOnly: true,
      domReadOnly: true,
      originalEditable: false,
      automaticLayout: true,
      contextmenu: false,
      fontFamily: 'JetBrains Mono Variable, ui-monospace, monospace',
      fontSize: 13,
      minimap: { enabled: false },
      renderOverviewRuler: false,
      renderSideBySide: !inline,
      useInlineViewWhenSpaceIsLimited: true,
      hideUnchangedRegions: { enabled: true },
      scrollBeyondLastLine: false,
      stickyScroll: { enabled: false },
      // Tab must lead on to what comes behind.
      tabFocusMode: true,
      wordWrap: 'on',
      scrollbar: { alwaysConsumeMouseWheel: false },
    });
    const original = editor.createModel(before, languageOf(name));
    const modified = editor.createModel(after, languageOf(name));
    viewer.setModel({ original, modified });
    // The options of the comparison itself do not reach the fields that hold the focus.
    viewer.getOriginalEditor().updateOptions({ ariaLabel: `${name}, baseline, to read` });
    viewer.getModifiedEditor().updateOptions({ ariaLabel: `${name}, to read` });
    return () => {
      viewer.dispose();
      original.dispose();
      modified.dispose();
    };
  }, [before, after, name, inline]);
  useEffect(() => editor.setTheme(theme === 'dark' ? 'vs-dark' : 'vs'), [theme]);
  return <div ref={place} className={classes['viewer']} />;
}
