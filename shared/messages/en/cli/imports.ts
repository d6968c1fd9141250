import type { Formats } from '../../format/formats.ts';

/** The first and the last moment of what was imported, as text. */
interface Span {
  readonly from: string;
  readonly to: string;
}

/** `fuelgauge import`: what a file holds, and what was done with it. */
export function createCliImportMessages(format: Formats) {
  const requests = (count: number): string =>
    `${format.integer(count)} ${format.plural(count, { one: 'request', other: 'requests' })}`;
  const during = (span: Span | null): string => (span === null ? '' : `, from ${span.from} to ${span.to}`);
  return {
    count: (count: number): string => format.integer(count),
    imported: (count: number, span: Span | null): string =>
      `Imported ${requests(count)}${during(span)}. Those that were imported before count once.`,
    preview: (count: number, span: Span | null): string =>
      `The file holds ${requests(count)}${during(span)}. Nothing was imported.`,
    removed: (files: number): string =>
      files === 0
        ? 'Nothing was imported from this tool.'
        : `Removed ${format.integer(files)} ${format.plural(files, { one: 'import', other: 'imports' })}.`,
    skipped: (rows: number, reason: string): string =>
      `Left out ${format.integer(rows)} ${format.plural(rows, { one: 'row', other: 'rows' })}: ${reasons[reason] ?? reason}.`,
    otherFormat: (file: string): string =>
      `${file} is not a usage export that this version knows. Download it again as CSV, and do not change it.`,
    unreadable: {
      'not-a-file': (file: string): string => `${file} is not a file.`,
      'too-large': (file: string): string => `${file} is too large to be a usage export.`,
      'not-readable': (file: string): string => `${file} cannot be read. Check its name and its permissions.`,
    },
  };
}

const reasons: Readonly<Record<string, string>> = {
  'no-timestamp': 'no date',
  'no-model': 'no model',
  'bad-usage': 'numbers that are none',
  'sum-differs': 'tokens that do not add up to the total',
  'empty-usage': 'no tokens and no cost',
};
