import { lazy, memo, Suspense, useMemo } from 'react';
import { Markdown } from '#studio/markdown/markdown.tsx';
import { SkeletonRows } from '#studio/ui/skeleton-rows.tsx';
import { parseReportBlock, type ReportBlock } from './report-block.model.ts';
import { type ReportPart, splitReport } from './report-text.model.ts';
import classes from './reports.module.css';
import { RunsBlock } from './runs-block.tsx';

const ChartBlock = lazy(async () => ({ default: (await import('./chart-block.tsx')).ChartBlock }));

interface ReportBodyProps {
  readonly workspace: string;
  readonly text: string;
  /** Writes a block anew (freezing its lines); absent where the report is only read. */
  readonly onBlock?: ((part: ReportPart, block: Readonly<Record<string, unknown>>) => void) | undefined;
}

/** A report as it is read: its prose, and its charts and tables in their places. */
export function ReportBody({ workspace, text, onBlock }: ReportBodyProps) {
  const parts = useMemo(() => numbered(splitReport(text)), [text]);
  return (
    <div className={classes['body']}>
      {parts.map(({ id, part }) =>
        part.kind === 'prose' ? (
          <div key={id} className={classes['prose']}>
            <Markdown text={part.text} />
          </div>
        ) : (
          <Suspense key={id} fallback={<SkeletonRows rows={6} what="the block" />}>
            <Block workspace={workspace} part={part} onBlock={onBlock} />
          </Suspense>
        ),
      )}
    </div>
  );
}

/** Blocks keep what they have loaded while the prose around them is written: they are known by what they say. */
function numbered(parts: readonly ReportPart[]) {
  const seen = new Map<string, number>();
  return parts.map((part, index) => {
    if (part.kind === 'prose') return { id: `prose ${index}`, part };
    const times = (seen.get(part.text) ?? 0) + 1;
    seen.set(part.text, times);
    return { id: `block ${times} ${part.text}`, part };
  });
}

interface BlockProps {
  readonly workspace: string;
  readonly part: ReportPart;
  readonly onBlock: ReportBodyProps['onBlock'];
}

const Block = memo(function Block({ workspace, part, onBlock }: BlockProps) {
  const block = useMemo(() => parseReportBlock(part.text), [part.text]);
  if (typeof block === 'string') return <BadBlock text={part.text} message={block} />;
  if (block.show === 'runs') return <RunsBlock workspace={workspace} block={block} />;
  const onChange =
    onBlock === undefined ? undefined : (next: Partial<ReportBlock>) => onBlock(part, { ...block, ...next });
  return <ChartBlock workspace={workspace} block={block} onChange={onChange} />;
});

function BadBlock({ text, message }: { readonly text: string; readonly message: string }) {
  return (
    <figure className={classes['block']}>
      <figcaption className={classes['block-head']}>
        <span className={classes['block-title']}>A block that cannot be read</span>
      </figcaption>
      <p className={classes['failed']}>{message}</p>
      <pre className={classes['source']}>{text}</pre>
    </figure>
  );
}
