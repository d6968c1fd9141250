import { hasFolder, type SourceDiagnosis } from '../../../../shared/domain/doctor-report.ts';
import { toIso } from '../../../../shared/domain/instant.ts';
import { formatCsv, type CsvColumn } from '../output/csv.ts';
import type { DataTable } from '../output/data-table.ts';
import { createInstantText } from '../output/figures.ts';
import { wrapText, type Page } from '../output/page.ts';
import { formatTable } from '../output/table.ts';
import { messages } from '../messages.ts';
import type { CliCommand } from '../command.ts';

const { doctor: texts, tables } = messages.cli;

/** `fuelgauge sources`: every known agent, whether its logs were found, and what they say about usage. */
export const sourcesCommand: CliCommand = {
  name: 'sources',
  needsLogs: true,
  // The list is a view of what `doctor` answers, which has a version 2.
  schemas: [1],
  options: ['formats'],
  async ask(client, { options, timeZone }) {
    const { generatedAtMs, sources } = await client.call('doctor', { source: options.source });
    const rows = sources.map(toRow);
    return {
      json: () => ({
        schema: 'fuelgauge.sources.v1',
        generatedAt: toIso(generatedAtMs),
        timezone: timeZone,
        rows: rows.map(({ lastEventAtMs, ...row }) => ({ ...row, lastEventAt: toIso(lastEventAtMs) })),
      }),
      *text(page) {
        const table = toTable(page, rows);
        yield* formatTable(page, table.columns, table);
        yield* formatGaps(page, rows);
      },
      table: (page) => toTable(page, rows),
      csv: () => formatCsv(columns, rows),
    };
  },
};

/** One row of the list of agents. */
interface SourceRow extends Pick<
  SourceDiagnosis,
  'source' | 'label' | 'coverage' | 'files' | 'bytes' | 'events' | 'lastEventAtMs'
> {
  /** At least one of its folders exists. */
  readonly isFound: boolean;
  readonly roots: SourceDiagnosis['roots'];
  /** Lines or records that yielded nothing, for whatever reason. */
  readonly skipped: number;
}

function toRow(diagnosis: SourceDiagnosis): SourceRow {
  const { source, label, coverage, files, bytes, events, lastEventAtMs, roots, skips } = diagnosis;
  const isFound = hasFolder(diagnosis);
  const skipped = Object.values(skips).reduce((sum, count) => sum + count, 0);
  return { source, label, coverage, isFound, files, bytes, events, lastEventAtMs, skipped, roots };
}

/** What is missing from the logs of the agents that were found. */
function* formatGaps(page: Page, rows: readonly SourceRow[]): Generator<string> {
  for (const { label, coverage, isFound } of rows) {
    if (isFound && coverage.kind !== 'exact') yield wrapText(page, texts.gap(label, coverage.gap));
  }
}

function toTable(page: Page, rows: readonly SourceRow[]): DataTable {
  const toText = createInstantText(page);
  return {
    columns: [
      { head: tables.agent },
      { head: tables.source, dropped: 3 },
      { head: tables.files, align: 'right', dropped: 2 },
      { head: tables.events, align: 'right' },
      { head: tables.lastActive, dropped: 1 },
      { head: tables.coverage },
    ],
    rows: rows.map((row) => [
      row.label,
      row.source,
      row.isFound ? texts.count(row.files) : texts.notFound,
      texts.count(row.events),
      toText(row.lastEventAtMs),
      texts.coverageKinds[row.coverage.kind],
    ]),
  };
}

const columns: readonly CsvColumn<SourceRow>[] = [
  { name: 'source', value: ({ source }) => source },
  { name: 'label', value: ({ label }) => label },
  { name: 'coverage', value: ({ coverage }) => coverage.kind },
  { name: 'found', value: ({ isFound }) => String(isFound) },
  { name: 'files', value: ({ files }) => files },
  { name: 'bytes', value: ({ bytes }) => bytes },
  { name: 'events', value: ({ events }) => events },
  { name: 'lastEventAt', value: ({ lastEventAtMs }) => toIso(lastEventAtMs) },
  { name: 'skipped', value: ({ skipped }) => skipped },
];
