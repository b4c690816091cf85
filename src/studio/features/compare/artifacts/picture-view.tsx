import { readArtifact } from '#contract/artifacts.ts';
import { SegmentedControl } from '@mantine/core';
import { Swatch } from '#studio/charts/swatch.tsx';
import { useClient } from '#studio/query/client-context.ts';
import { type PictureLook, pictureLooks } from '../compare-view.model.ts';
import type { FileViewProps } from './file-view-props.ts';
import classes from './files.module.css';
import { PairPicker } from './pair-picker.tsx';
import { Picture } from './picture.tsx';
import { choosePair } from './run-pair.model.ts';
import { StackedPictures } from './stacked-pictures.tsx';

const labels: Readonly<Record<PictureLook, string>> = {
  side: 'Side by side',
  wipe: 'Wipe',
  onion: 'Onion skin',
  difference: 'Difference',
};

/** A picture of several runs side by side, or of two of them over each other. */
export function PictureView({ workspace, marked, baseline, view, onChange, file }: FileViewProps) {
  const client = useClient();
  const runs = marked.filter((run) => file.in.some(({ runId }) => runId === run.runId));
  const pair = choosePair(runs, baseline, view.other);
  const hashOf = (runId: string) => file.in.find((each) => each.runId === runId)?.sha256 ?? '';
  const addressOf = (runId: string): string =>
    // The hash keeps a browser from showing an older picture of the same path.
    `${client.url(readArtifact, { params: { workspace, runId }, query: { path: file.path, as: 'view' } })}#${hashOf(runId)}`;
  const stacked = view.look !== 'side' && pair !== undefined;
  return (
    <>
      {pair !== undefined && (
        <div className={classes['pair']}>
          <SegmentedControl
            aria-label="How pictures are compared"
            data={pictureLooks.map((look) => ({ value: look, label: labels[look] }))}
            value={view.look}
            onChange={(look: PictureLook) => onChange((now) => ({ ...now, look }))}
          />
          {stacked && <PairPicker pair={pair} runs={runs} onChange={onChange} />}
        </div>
      )}
      {stacked ? (
        <StackedPictures
          look={view.look}
          before={{ name: pair.before.name, address: addressOf(pair.before.runId) }}
          after={{ name: pair.after.name, address: addressOf(pair.after.runId) }}
        />
      ) : (
        <div className={classes['pictures']}>
          {runs.map((run) => (
            <figure key={run.runId}>
              <figcaption>
                <Swatch mark={run.mark} />
                {run.name}
                {run.baseline && <span className={classes['quiet']}>baseline</span>}
              </figcaption>
              <Picture name={run.name} address={addressOf(run.runId)} />
            </figure>
          ))}
        </div>
      )}
    </>
  );
}
