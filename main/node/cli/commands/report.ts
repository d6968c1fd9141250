import { addTotals } from '../../../../shared/analytics/totals.ts';
import { startOfLastPeriods } from '../../../../shared/domain/last-periods.ts';
import { isPeriod, type Report, type ReportQuery, type ReportRow } from '../../../../shared/domain/report.ts';
import { groupBy } from '../../../../shared/lib/group-by.ts';
import { formatCsv } from '../output/csv.ts';
import { selectColumns, selectCsvColumns } from '../output/data-table.ts';
import { formatNotes, formatNothingFound, withNotes } from '../output/notes.ts';
import { formatTable } from '../output/table.ts';
import type { CliOptions } from '../options/cli-options.ts';
import { toContractJson, type AnswerContext, type CliCommand } from '../command.ts';
import { toReportColumns, toReportJson, toReportTable, type BrokenDownRow } from '../output/report-forms.ts';
import { inOrder, takeLast } from '../options/select-rows.ts';

/** `fuelgauge report`: usage and cost by period, or by a field of the profile such as the project. */
export const reportCommand: CliCommand = {
  name: 'report',
  needsLogs: true,
  options: ['key', 'filter', 'rows', 'breakdown', 'columns', 'formats'],
  async ask(client, context) {
    const { options, sources } = context;
    const query = toQuery(context);
    const report = selectRows(await client.call('report', query), options);
    const parts = options.hasBreakdown ? await client.call('report', { ...query, split: 'model' }) : null;
    const rows = breakDown(report.rows, parts?.rows ?? null);
    return {
      json: (schema) => (schema === 1 ? toReportJson(report, rows) : toContractJson('report', report)),
      *text(page) {
        if (rows.length === 0) return yield formatNothingFound(page, options, sources);
        const table = selectColumns(toReportTable(page, options, report, rows), options);
        yield* withNotes(formatTable(page, table.columns, table), formatNotes(page, report.totals, options));
      },
      table: (page) => selectColumns(toReportTable(page, options, report, rows), options),
      csv: () => formatCsv(selectCsvColumns(toReportColumns(options), options), rows.flatMap(toCsvRows)),
    };
  },
};

function toQuery({ options, calendar, nowMs }: AnswerContext): ReportQuery {
  const { by, alsoBy, since, until, source, filter, last } = options;
  const end = until ?? calendar.dayOf(nowMs);
  const start = last === null || !isPeriod(by) ? null : startOfLastPeriods(by, last, end, calendar);
  return {
    by,
    ...(alsoBy.length > 0 && { alsoBy: alsoBy.join(',') }),
    split: 'none',
    since: start !== null && (since === null || since < start) ? start : since,
    until,
    timeZone: options.timeZone,
    source,
    ...filter,
  };
}

/** Selects the most recent rows if they are not periods; totals cover the selected rows only. */
function selectRows(report: Report, { by, last, order }: CliOptions): Report {
  const rows = isPeriod(by) ? report.rows : takeLast(report.rows, last, ({ lastAtMs }) => lastAtMs);
  const totals = rows === report.rows ? report.totals : addTotals(rows);
  return { ...report, rows: inOrder(rows, order), totals };
}

function breakDown(rows: readonly ReportRow[], parts: readonly ReportRow[] | null): readonly BrokenDownRow[] {
  if (parts === null) return rows.map((row) => ({ row, models: null }));
  const byRow = groupBy(parts, toId);
  return rows.map((row) => ({ row, models: byRow.get(toId(row)) ?? [] }));
}

function toId({ key, alsoKeys, source }: ReportRow): string {
  return JSON.stringify([key, alsoKeys, source]);
}

/** Sums of models add up to the row, so a file holds either of them. */
function toCsvRows({ row, models }: BrokenDownRow): readonly ReportRow[] {
  return models ?? [row];
}
