/** Texts, quoted names and comments, which may hold question marks of their own; and the parameters. */
const token = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|\?/g;

/** `?` becomes `$1`, `$2` … in order. */
export function numberParameters(sql: string): string {
  let count = 0;
  return sql.replaceAll(token, (found) => (found === '?' ? `$${(count += 1)}` : found));
}
