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
  const content = (count: number, sums: number): string => {
    const days = `${format.integer(sums)} ${format.plural(sums, { one: 'sum of a day', other: 'sums of days' })}`;
    if (sums === 0) return requests(count);
    return count === 0 ? days : `${requests(count)} and ${days}`;
  };
  const settings = (count: number): string =>
    `${format.integer(count)} ${format.plural(count, { one: 'setting', other: 'settings' })}`;
  const during = (span: Span | null): string => (span === null ? '' : `, from ${span.from} to ${span.to}`);
  return {
    count: (count: number): string => format.integer(count),
    imported: (count: number, sums: number, span: Span | null): string =>
      `Imported ${content(count, sums)}${during(span)}. What was imported before counts once.`,
    preview: (count: number, sums: number, span: Span | null): string =>
      `This would import ${content(count, sums)}${during(span)}. Nothing was imported.`,
    aboutSums:
      'Sums of days are estimates of another tool. They are marked as imported, and only fill days without logs.',
    removed: (files: number): string =>
      files === 0
        ? 'Nothing was imported from this tool.'
        : `Removed ${format.integer(files)} ${format.plural(files, { one: 'import', other: 'imports' })}.`,
    skipped: (rows: number, reason: string): string =>
      `Left out ${format.integer(rows)} ${format.plural(rows, { one: 'row', other: 'rows' })}: ${reasons[reason] ?? reason}.`,
    otherFormat: (file: string): string =>
      `${file} is not a usage export that this version knows. Download it again as CSV, and do not change it.`,
    ...files,
    settingsChanged: (count: number): string =>
      count === 0
        ? 'No setting had to change.'
        : `Changed ${settings(count)}. An app that is running takes them when it starts again.`,
    settingsPreview: (count: number): string =>
      count === 0 ? 'No setting would change.' : `This would change ${settings(count)}. Nothing was changed.`,
    unreadable: {
      'not-a-file': (file: string): string => `${file} is not a file.`,
      'too-large': (file: string): string => `${file} is too large to be a usage export.`,
      'not-readable': (file: string): string => `${file} cannot be read. Check its name and its permissions.`,
    },
  };
}

const files = {
  heads: { tool: 'Tool', holds: 'Holds', file: 'File', setting: 'Setting', before: 'Before', after: 'After' },
  kinds: { history: 'history', settings: 'settings' },
  nothingFound: 'Nothing to import was found on this computer.',
  howToImport: 'See what an import would do with "fuelgauge import <tool> --preview".',
  notFound: (tool: string): string => `Nothing of ${tool} that this version knows was found. Name its file.`,
  foreignFile: (file: string, tool: string): string => `${file} is not a file of ${tool} that this version knows.`,
  unknownVersion: (tool: string): string => `The history of ${tool} has a format that this version does not know.`,
  notImportable: {
    'too-large': (tool: string): string => `The history of ${tool} was found, and is larger than an import may be.`,
    'not-readable': (tool: string): string =>
      `The history of ${tool} was found, but cannot be read: it is damaged, locked, or not yours to read.`,
  },
  settingsNotWritten: 'The settings could not be written, so none of them has changed.',
  restored: (names: readonly string[]): string => `These settings have their earlier values: ${names.join(', ')}.`,
  kept: (names: readonly string[]): string => `These were changed since, and stay as they are: ${names.join(', ')}.`,
  left: (names: readonly string[]): string => `Left out, because nothing here corresponds to it: ${names.join(', ')}.`,
  template: 'For a status line like it, run:',
  templateCommand: (template: string): string =>
    `fuelgauge statusline install --template '${template.replaceAll('\n', '\\n')}'`,
};

const reasons: Readonly<Record<string, string>> = {
  'no-timestamp': 'no date',
  'no-model': 'no model',
  'bad-usage': 'numbers that are none',
  'sum-differs': 'tokens that do not add up to the total',
  'empty-usage': 'no tokens and no cost',
  'not-json': 'no JSON',
  'day-counted': 'days that were counted from logs',
  'day-imported': 'days that were imported from another tool',
  'after-first-log': 'days after the first one that was counted from logs',
};
