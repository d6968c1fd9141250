type Field = string | number | null;

/** Rows as comma-separated values (RFC 4180). Null is empty, and no text becomes a formula of a spreadsheet. */
export function toCsv(rows: readonly (readonly Field[])[]): string {
  return rows.map((row) => `${row.map(toField).join(',')}\r\n`).join('');
}

function toField(field: Field): string {
  if (field === null) return '';
  if (typeof field === 'number') return String(field);
  const text = /^[=+\-@\t\r]/.test(field) ? `'${field}` : field;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
