import { viewType } from '#domain/artifact-type.ts';
import { EmptyState } from '#studio/ui/empty-state.tsx';
import type { FileViewProps } from './file-view-props.ts';
import { JoinedView } from './joined-view.tsx';
import { JsonView } from './json-view.tsx';
import { PairPicker } from './pair-picker.tsx';
import { PictureView } from './picture-view.tsx';
import { choosePair } from './run-pair.model.ts';
import { TextDiff } from './text-diff.tsx';

/** One path in several runs, as its kind is best compared. */
export function FileView(props: FileViewProps) {
  const { path } = props.file;
  if (viewType(path)?.type.startsWith('image/') === true) return <PictureView {...props} />;
  if (/\.(csv|tsv)$/i.test(path)) return <JoinedView {...props} />;
  if (/\.json$/i.test(path)) return <JsonView {...props} />;
  return <PairView {...props} />;
}

function PairView({ workspace, marked, baseline, view, onChange, file }: FileViewProps) {
  const having = marked.filter((run) => file.in.some(({ runId }) => runId === run.runId));
  const pair = choosePair(having, baseline, view.other);
  if (pair === undefined) {
    return (
      <EmptyState title="Only one of the runs shown has this file">
        Open {having[0]?.name ?? 'the run'} to read it.
      </EmptyState>
    );
  }
  return (
    <>
      <PairPicker pair={pair} runs={having} onChange={onChange} />
      <TextDiff workspace={workspace} pair={pair} path={file.path} />
    </>
  );
}
