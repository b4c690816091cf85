import { stripAnsi } from '#domain/console/ansi.ts';
import { type ReadSpan, UnreadableFile } from '#domain/window-reader.ts';
import { Markdown } from '#studio/markdown/markdown.tsx';
import { SafeHtml } from '#studio/markdown/safe-html.tsx';
import { formatInteger } from '#studio/ui/number.model.ts';
import { ShowMore } from '#studio/ui/show-more.tsx';
import { SkeletonRows } from '#studio/ui/skeleton-rows.tsx';
import { usePortion } from '#studio/ui/use-portion.ts';
import artifacts from '../artifacts.module.css';
import type { FilePlace } from './file-place.ts';
import { type NotebookCell, type NotebookOutput, parseNotebook } from './notebook.model.ts';
import { Unreadable } from './unreadable.tsx';
import { useParsedFile } from './use-parsed-file.ts';
import classes from './viewers.module.css';
import { readWholeText } from './whole-text.ts';

const cellsAtOnce = 100;
const noCells: readonly NotebookCell[] = [];

/** A notebook as it was saved: nothing of it runs, and what it wrote as HTML is stripped of all that could act. */
export function NotebookArtifact({ name, ...place }: FilePlace & { readonly name: string }) {
  const { data, error, refetch } = useParsedFile(place, { kind: 'notebook', parse: readNotebook });
  const { shown, step, more } = usePortion(data ?? noCells, cellsAtOnce);
  if (error !== null) {
    return <Unreadable name={name} what="a notebook" error={error} onRetry={() => void refetch()} />;
  }
  if (data === undefined) return <SkeletonRows rows={8} what={name} />;
  return (
    <div className={classes['parts']}>
      {shown.map((cell, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- cells have no other name, and never change places
        <Cell key={index} cell={cell} />
      ))}
      <ShowMore shown={shown.length} total={data.length} what="cells" step={step} onMore={more} />
    </div>
  );
}

async function readNotebook(size: number, read: ReadSpan): Promise<readonly NotebookCell[]> {
  const cells = parseNotebook(await readWholeText(size, read));
  if (cells === undefined) throw new UnreadableFile('It is not in the format of Jupyter (version 4).');
  return cells;
}

function Cell({ cell }: { readonly cell: NotebookCell }) {
  const { kind, source, count, outputs } = cell;
  return (
    <div className={classes['cell']}>
      {kind === 'markdown' ? (
        <Markdown text={source} />
      ) : (
        <div className={classes['source']}>
          {count !== undefined && <span className={artifacts['quiet']}>In [{formatInteger(count)}]</span>}
          <pre>{source}</pre>
        </div>
      )}
      {outputs.map((output, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- as above
        <Output key={index} output={output} />
      ))}
    </div>
  );
}

function Output({ output }: { readonly output: NotebookOutput }) {
  if (output.kind === 'text') {
    return (
      <div className={classes[output.failed ? 'failed' : 'output']}>
        <pre>{stripAnsi(output.text)}</pre>
      </div>
    );
  }
  return (
    <div className={classes['output']}>
      {output.kind === 'html' && <SafeHtml html={output.html} />}
      {output.kind === 'markdown' && <Markdown text={output.text} />}
      {output.kind === 'image' && <img src={output.address} alt="Output of the cell" />}
    </div>
  );
}
