import type { ProblemSeverity } from '../../../domain/problem.ts';
import type { RootStatus } from '../../../domain/doctor-report.ts';
import type { Formats } from '../../format/formats.ts';

const fileWords = { one: 'file', other: 'files' };

/** `fuelgauge doctor`: labels at most 15 characters long, and the facts beside them. */
export function createCliDoctorMessages(format: Formats) {
  const files = (count: number, bytes: number): string =>
    `${format.integer(count)} ${format.plural(count, fileWords)}, ${format.bytes(bytes)}`;
  return {
    labels: {
      dataFolder: 'Data folder',
      prices: 'Prices as of',
      searched: 'Searched',
      files: 'Files',
      lines: 'Lines read',
      rows: 'Rows with usage',
      merged: 'Rows merged',
      events: 'Events',
      duplicates: 'Duplicates',
      unfinished: 'Unfinished',
      skipped: 'Lines skipped',
      unlogged: 'Unlogged calls',
      unpriced: 'Unpriced models',
      unreadable: 'Unreadable',
      where: 'Where',
      ownPrice: 'Own price',
      sameAs: 'Same as another',
    },
    severity: { warning: 'Warning', error: 'Error' } satisfies Record<ProblemSeverity, string>,
    source: (label: string, id: string): string => `${label} (${id})`,
    root(folder: string, { origin, state, files: count, bytes }: Omit<RootStatus, 'path'>): string {
      const found = state === 'found' ? files(count, bytes) : state === 'missing' ? 'not there' : 'not readable';
      return `${folder} (${origin}): ${found}`;
    },
    files(count: number, bytes: number, gone: number): string {
      const more = gone === 0 ? '' : `; ${format.integer(gone)} more no longer exist, and stay counted`;
      return files(count, bytes) + more;
    },
    count: (count: number): string => format.integer(count),
    merged: (rows: number): string => `${format.integer(rows)} (further rows of the same response)`,
    duplicates: (events: number): string => `${format.integer(events)} (copies of other events, not counted again)`,
    unfinished: (events: number): string =>
      `${format.integer(events)} (the log does not show their end; output may be higher)`,
    tally: (counts: readonly (readonly [count: number, name: string])[]): string =>
      counts.length === 0 ? '0' : counts.map(([count, name]) => `${format.integer(count)} ${name}`).join('; '),
    unlogged: (tally: string): string => `${tally} (the agent does not log their usage)`,
    none: 'none',
    unreadable: (file: string, reason: string): string => `${file}: ${reason}`,
    setPrice: 'To set the price of a model',
    /** As the settings file has it; the name is quoted. */
    ownPriceExample: (name: string): string =>
      `"priceOverrides": [{ "model": ${name}, "inputUsdPerMillion": …, "outputUsdPerMillion": … }]`,
    aliasExample: (name: string): string => `"modelAliases": [{ "model": ${name}, "pricedAs": "…" }]`,
    settingsPlace: (file: string): string => `in the settings of the app, or in ${file}`,
  };
}
