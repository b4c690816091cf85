import type { CompareSection, CompareTable } from './compare-row.model.ts';

/** A section of the table, of which only the beginning may be drawn. */
export interface CompareSectionPortion extends CompareSection {
  /** How many rows it has in all. */
  readonly total: number;
}

/** About so many cells a section has before more are asked for. */
const firstCells = 2400;
const leastRows = 10;
const mostRows = 200;

/** How many rows of a section are drawn at first, and how many more each press brings. */
export function portionRows(runs: number): number {
  return Math.min(mostRows, Math.max(leastRows, Math.floor(firstCells / Math.max(1, runs))));
}

/** The rows whose name holds the text, in any case. */
export function findRows(table: CompareTable, search: string): CompareTable {
  const wanted = search.trim().toLowerCase();
  const sections = table.sections.map((section) => ({
    ...section,
    rows: section.rows.filter((row) => row.key.toLowerCase().includes(wanted)),
  }));
  return { ...table, sections: sections.filter((section) => section.rows.length > 0) };
}

/** The beginning of each section; `asked` says how many portions of it more, by title. */
export function cutSections(
  sections: readonly CompareSection[],
  portion: number,
  asked: ReadonlyMap<string, number>,
): readonly CompareSectionPortion[] {
  return sections.map((section) => ({
    ...section,
    rows: section.rows.slice(0, portion * (1 + (asked.get(section.title) ?? 0))),
    total: section.rows.length,
  }));
}
