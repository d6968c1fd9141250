type Field = string | number | null;

/** Rows as comma-separated values (RFC 4180). Null is empty, and no text becomes a formula of a spreadsheet. */
export function toCsv(rows: readonly (readonly Field[])[]): string {
  return rows.map((row) => `${row.map(toField).join(',')}\r\n`).join('');
}

/** CSV with the mark of UTF-8 in front where it has more than ASCII: without it, Excel takes it for another encoding. */
export function markEncoding(csv: string): string {
  return /[^\s -~]/.test(csv) ? `\uFEFF${csv}` : csv;
}

function toField(field: Field): string {
  if (field === null) return '';
  if (typeof field === 'number') return String(field);
  const text = /^\s*[=+\-@]|^[\t\r]/.test(field) ? `'${field}` : field;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
