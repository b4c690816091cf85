import type { MetricSection } from './metric-sections.model.ts';

/** A section, and as many of its charts as are put on the page. */
export interface SectionPortion extends MetricSection {
  readonly shown: readonly string[];
}

/** So many charts are on the page before more are asked for: even empty ones cost time and memory. */
const firstCharts = 240;
const mostOfSection = 48;
const leastOfSection = 6;

/** How many more charts of a section, or more sections, one press brings. */
export const moreCharts = 240;
export const moreSections = 40;

/**
 * A share of the page for every section: all of it where there are few charts, the beginning of each where there are
 * many. `asked` says how many more charts of a section, by prefix, and how many more sections were asked for.
 */
export function dealOut(
  sections: readonly MetricSection[],
  asked: { readonly charts: ReadonlyMap<string, number>; readonly sections: number },
): readonly SectionPortion[] {
  const total = sections.reduce((sum, section) => sum + section.keys.length, 0);
  const few = total <= firstCharts;
  const fair = Math.floor(firstCharts / Math.max(1, sections.length));
  const share = few ? firstCharts : Math.min(mostOfSection, Math.max(leastOfSection, fair));
  const most = few ? sections.length : Math.floor(firstCharts / leastOfSection) + asked.sections;
  return sections.slice(0, most).map((section) => ({
    ...section,
    shown: section.keys.slice(0, share + (asked.charts.get(section.prefix) ?? 0)),
  }));
}
