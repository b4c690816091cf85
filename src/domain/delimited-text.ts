/** A table as text: fields between delimiters, quotes around what holds one, two quotes for one (RFC 4180). */
export function parseDelimited(text: string, delimiter: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (quoted) {
      if (sign !== '"') field += sign;
      else if (text.charAt(at + 1) === '"') {
        field += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && field === '') quoted = true;
    else if (sign === delimiter) {
      row.push(field);
      field = '';
    } else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text.charAt(at + 1) === '\n') at += 1;
      rows.push([...row, field]);
      row = [];
      field = '';
    } else field += sign;
  }
  if (field !== '' || row.length > 0) rows.push([...row, field]);
  return rows;
}

/** The delimiter that a table's first line uses most. */
export function delimiterOf(name: string, text: string): string {
  if (name.toLowerCase().endsWith('.tsv')) return '\t';
  const line = text.slice(0, Math.max(0, text.search(/[\r\n]|$/)));
  const [best = ','] = [',', ';', '\t'].sort((a, b) => line.split(b).length - line.split(a).length);
  return best;
}
