import type { DocumentVersion } from '#contract/documents.ts';
import { Button } from '@mantine/core';
import { RelativeTime } from '../ui/relative-time.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { SkeletonRows } from '../ui/skeleton-rows.tsx';
import { TextDiff } from './text-diff.tsx';
import classes from './versions-panel.module.css';

/** A version with the text that it holds. */
export interface VersionText {
  readonly version: number;
  readonly text: string;
}

interface VersionsPanelProps {
  readonly title: string;
  /** Newest first; absent while they load. */
  readonly versions: readonly DocumentVersion[] | undefined;
  readonly chosen: number | undefined;
  readonly onChoose: (version: number) => void;
  /** The chosen version, and the one before it (absent: it is the first, or loads). */
  readonly after: VersionText | undefined;
  readonly before: VersionText | undefined;
  /** Absent: not now. */
  readonly onRestore: ((version: number) => void) | undefined;
  readonly onClose: () => void;
}

/** Who saved what, and when; what changed in each; and the way back. */
export function VersionsPanel(props: VersionsPanelProps) {
  const { title, versions, chosen, onChoose, onClose } = props;
  return (
    <SidePanel title={title} onClose={onClose}>
      {versions === undefined && <SkeletonRows rows={4} what="versions" />}
      <ol className={classes['list']}>
        {versions?.map((each) => (
          <li key={each.version} className={classes['item']} data-chosen={each.version === chosen}>
            <button
              type="button"
              className={classes['version']}
              aria-expanded={each.version === chosen}
              onClick={() => onChoose(each.version)}
            >
              <span className={classes['name']}>
                Version {each.version}
                {each.restoredFrom !== null && <span> · as version {each.restoredFrom}</span>}
              </span>
              <span className={classes['facts']}>
                {each.author} · <RelativeTime atMs={each.atMs} />
              </span>
            </button>
            {each.version === chosen && <Chosen {...props} newest={each === versions[0]} />}
          </li>
        ))}
      </ol>
    </SidePanel>
  );
}

function Chosen({
  after,
  before,
  chosen,
  onRestore,
  newest,
}: VersionsPanelProps & { readonly newest: boolean }) {
  if (chosen === undefined || after?.version !== chosen) return <SkeletonRows rows={3} what="the version" />;
  const first = chosen === 1;
  if (!first && before?.version !== chosen - 1) return <SkeletonRows rows={3} what="the version before" />;
  return (
    <div className={classes['chosen']}>
      <p className={classes['facts']}>{first ? 'As it began' : `What changed since version ${chosen - 1}`}</p>
      <TextDiff label={`Version ${chosen}`} before={first ? '' : (before?.text ?? '')} after={after.text} />
      {!newest && onRestore !== undefined && (
        <Button variant="default" onClick={() => onRestore(chosen)}>
          Bring version {chosen} back
        </Button>
      )}
    </div>
  );
}
