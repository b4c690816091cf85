import type { CompareCell, CompareSection } from './compare-row.model.ts';

/** The exact value of a cell; nothing for what is absent. */
function cellText({ text }: CompareCell): string {
  return text ?? '';
}

/** The table as Markdown, one heading for all, the sections as rows of their own. */
export function toMarkdown(sections: readonly CompareSection[], runNames: readonly string[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escapeMarkdown).join(' | ')} |`;
  const rows = sections.flatMap((section) => [
    `| **${escapeMarkdown(section.title)}** |${' |'.repeat(runNames.length)}`,
    ...section.rows.map((row) => line([row.key, ...row.cells.map(cellText)])),
  ]);
  const rule = `|---|${runNames.map(() => '---:|').join('')}`;
  return [line(['', ...runNames]), rule, ...rows, ''].join('\n');
}

/** The table as CSV (RFC 4180), with a column that names the section. */
export function toCsv(sections: readonly CompareSection[], runNames: readonly string[]): string {
  const rows = sections.flatMap((section) =>
    section.rows.map((row) => [section.title, row.key, ...row.cells.map(cellText)]),
  );
  return [['section', 'key', ...runNames], ...rows]
    .map((row) => `${row.map(quoteCsv).join(',')}\r\n`)
    .join('');
}

function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\|<>*_`[\]]/g, String.raw`\$&`).replaceAll(/\s*\n\s*/g, ' ');
}

/** A text that begins like a formula is kept from being one: what runs log is not to act in a spreadsheet. */
function quoteCsv(text: string): string {
  const isNumber = text !== '' && Number.isFinite(Number(text));
  const harmless = !isNumber && /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
