import type { Currency } from '../../../../shared/domain/money.ts';
import type { Report, ReportKey } from '../../../../shared/domain/report.ts';
import { cacheCreationTokens, totalTokens } from '../../../../shared/domain/token-usage.ts';
import type { UsageTotals } from '../../../../shared/domain/report.ts';
import { toCostText, toIso } from '../output/figures.ts';
import { toModelsText } from '../output/models-text.ts';
import { formatNotes, formatNothingFound, withNotes } from '../output/notes.ts';
import type { Page } from '../output/page.ts';
import { formatTable, type Column } from '../output/table.ts';
import { toTotalsJson } from '../output/usage-json.ts';
import { messages } from '../messages.ts';
import { defineCommand } from './command.ts';

const { cli, format } = messages;
const { tables } = cli;

/** `fuelgauge report`: usage and cost by day, week, month, session, project or model. */
export const reportCommand = defineCommand({
  name: 'report',
  needsLogs: true,
  call: 'report',
  toArgument: ({ by, since, until, timeZone, source }) => ({ by, split: 'none', since, until, timeZone, source }),
  toJsonV1: toReportJson,
  *toText(report, page, { options, sources }) {
    if (report.rows.length === 0) yield formatNothingFound(page, options, sources);
    else yield* withNotes(formatReportTable(page, report), formatNotes(page, report.totals));
  },
});

/** Version 1 of the schema has no null here. */
const noProjectKey = '(unknown)';

/** The JSON of a report, in schema `fuelgauge.report.v1`. */
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
    { head: tables.source },
    ...(hasModels ? [{ head: tables.models, minWidth: 10 }] : []),
    { head: tables.events, align: 'right' },
    { head: tables.input, align: 'right' },
    { head: tables.cacheWrite, align: 'right' },
    { head: tables.cacheRead, align: 'right' },
    { head: tables.output, align: 'right' },
    { head: tables.total, align: 'right' },
    { head: tables.apiEquivalent, align: 'right' },
  ];
  const rows = report.rows.map((row) => [
    row.key ?? messages.common.noProject,
    row.source,
    ...(hasModels ? [toModelsText(row.models)] : []),
    ...toFigures(row, page.currency),
  ]);
  const totals = [tables.totals, '', ...(hasModels ? [''] : []), ...toFigures(report.totals, page.currency)];
  return formatTable(page, columns, { rows, totals });
}

const keyColumns: Readonly<Record<ReportKey, Column>> = {
  day: { head: tables.keys.day },
  week: { head: tables.keys.week },
  month: { head: tables.keys.month },
  // Wide enough to tell the ids of all known agents apart.
  session: { head: tables.keys.session, minWidth: 14 },
  project: { head: tables.keys.project, minWidth: 12, keep: 'end' },
  model: { head: tables.keys.model, minWidth: 12 },
};

function toFigures(totals: UsageTotals, currency: Currency): readonly string[] {
  const { usage } = totals;
  return [
    format.integer(totals.events),
    format.compact(usage.inputTokens),
    format.compact(cacheCreationTokens(usage)),
    format.compact(usage.cacheReadTokens),
    format.compact(usage.outputTokens),
    format.compact(totalTokens(usage)),
    toCostText(totals, currency),
  ];
}
