import type { Currency } from '../../../../shared/domain/money.ts';
import type { Report, ReportKey } from '../../../../shared/domain/report.ts';
import { cacheCreationTokens, totalTokens } from '../../../../shared/domain/token-usage.ts';
import type { UsageTotals } from '../../../../shared/domain/report.ts';
import { formatCompact, formatInteger } from '../../../../shared/format/numbers.ts';
import { createMessages } from '../../../../shared/messages/catalogue.ts';
import { toCostText, toIso } from '../output/figures.ts';
import { toModelsText } from '../output/models-text.ts';
import { formatNotes, formatNothingFound, withNotes } from '../output/notes.ts';
import type { Page } from '../output/page.ts';
import { formatTable, type Column } from '../output/table.ts';
import { toTotalsJson } from '../output/usage-json.ts';
import type { CliCommand } from './command.ts';

/** `fuelgauge report`: usage and cost by day, week, month, session, project or model. */
export const reportCommand: CliCommand = {
  name: 'report',
  summary: 'tokens and API-equivalent cost by day, week, month, session, project or model',
  details: 'A week is named by its Monday. JSON: one row per key and source, tokens whole.',
  needsLogs: true,
  run({ engine, options }) {
    const { by, since, until, timeZone, source } = options;
    const report = engine.report({ by, split: 'none', since, until, timeZone, source });
    return {
      json: () => toReportJson(report),
      *text(page) {
        if (report.rows.length === 0) yield formatNothingFound(page, options, engine.snapshot().sections.sources);
        else yield* withNotes(formatReportTable(page, report), formatNotes(page, report.totals));
      },
    };
  },
};

const messages = createMessages();

/** Version 1 of the schema has no null here. */
const noProjectKey = '(unknown)';

/** A report as scripts get it: `fuelgauge.report.v1`. */
export function toReportJson(report: Report) {
  return {
    schema: 'fuelgauge.report.v1',
    generatedAt: toIso(report.generatedAtMs),
    timezone: report.timeZone,
    rows: report.rows.map((row) => {
      const { events, usage, costUsd, unpricedModels } = toTotalsJson(row);
      return {
        key: row.key ?? noProjectKey,
        source: row.source,
        models: row.models,
        events,
        usage,
        costUsd,
        unpricedModels,
      };
    }),
    totals: toTotalsJson(report.totals),
  };
}

function formatReportTable(page: Page, report: Report): Iterable<string> {
  const { by } = report.query;
  const hasModels = by !== 'model';
  const columns: readonly Column[] = [
    keyColumns[by],
    { head: 'Source' },
    ...(hasModels ? [{ head: 'Models', minWidth: 10 }] : []),
    { head: 'Events', align: 'right' },
    { head: 'Input', align: 'right' },
    { head: 'Cache wr', align: 'right' },
    { head: 'Cache rd', align: 'right' },
    { head: 'Output', align: 'right' },
    { head: 'Total', align: 'right' },
    { head: 'API-equiv.', align: 'right' },
  ];
  const rows = report.rows.map((row) => [
    row.key ?? messages.common.noProject,
    row.source,
    ...(hasModels ? [toModelsText(row.models)] : []),
    ...toFigures(row, page.currency),
  ]);
  const totals = ['Total', '', ...(hasModels ? [''] : []), ...toFigures(report.totals, page.currency)];
  return formatTable(page, columns, { rows, totals });
}

const keyColumns: Readonly<Record<ReportKey, Column>> = {
  day: { head: 'Day' },
  week: { head: 'Week of' },
  month: { head: 'Month' },
  // Of the ids in use, this many characters still tell sessions apart.
  session: { head: 'Session', minWidth: 14 },
  project: { head: 'Project', minWidth: 12, keep: 'end' },
  model: { head: 'Model', minWidth: 12 },
};

function toFigures(totals: UsageTotals, currency: Currency): readonly string[] {
  const { usage } = totals;
  return [
    formatInteger(totals.events),
    formatCompact(usage.inputTokens),
    formatCompact(cacheCreationTokens(usage)),
    formatCompact(usage.cacheReadTokens),
    formatCompact(usage.outputTokens),
    formatCompact(totalTokens(usage)),
    toCostText(totals, currency),
  ];
}
