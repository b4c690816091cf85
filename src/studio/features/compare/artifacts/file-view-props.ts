import type { ComparedFile } from '#contract/comparison.ts';
import type { ComparePaneProps } from '../compare-pane-props.ts';

export interface FileViewProps extends ComparePaneProps {
  readonly file: ComparedFile;
}
