import { ShowMore } from '#studio/ui/show-more.tsx';
import type { CompareSectionPortion } from './table-portions.model.ts';

export interface SectionMoreProps {
  readonly section: CompareSectionPortion;
  /** How many more rows one press brings. */
  readonly step: number;
  readonly onMore: (title: string) => void;
}

/** How much of a section is drawn, and the way to more. */
export function SectionMore({ section, step, onMore }: SectionMoreProps) {
  return (
    <ShowMore
      shown={section.rows.length}
      total={section.total}
      what={section.title.toLowerCase()}
      step={step}
      onMore={() => onMore(section.title)}
    />
  );
}
