/** A value in comma-separated values; null is empty. */
export type CsvValue = string | number | null;

/** Spreadsheets run a text that begins like this as a formula, some of them also after spaces. */
const formula = /^\s*[=+\-@]|^[\t\r]/;

/** Writes one field of comma-separated values (RFC 4180). Names in logs are not to be trusted: no text becomes a formula. */
export function toCsvField(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
