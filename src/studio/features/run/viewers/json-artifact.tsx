import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { CodeViewer } from '#studio/editor/code-viewer.tsx';
import artifacts from '../artifacts.module.css';
import { JsonTree } from './json-tree.tsx';

/** JSON as a tree, or as it stands. What is no JSON is text. */
export function JsonArtifact({ name, text }: { readonly name: string; readonly text: string }) {
  const parsed = useMemo(() => parse(text), [text]);
  const [asText, setAsText] = useState(false);
  const code = (
    <div className={artifacts['code']}>
      <CodeViewer text={text} name={name} />
    </div>
  );
  if (parsed === undefined) {
    return (
      <>
        <p className={artifacts['quiet']}>This is no valid JSON, so it is shown as text.</p>
        {code}
      </>
    );
  }
  return (
    <>
      <SegmentedControl
        size="xs"
        mt={8}
        aria-label="Show as"
        value={asText ? 'text' : 'tree'}
        onChange={(value) => setAsText(value === 'text')}
        data={[
          { value: 'tree', label: 'Tree' },
          { value: 'text', label: 'Text' },
        ]}
      />
      {asText ? code : <JsonTree value={parsed.value} />}
    </>
  );
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}
