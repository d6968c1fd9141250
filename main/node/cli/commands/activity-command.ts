import type { ActivityReport, ActivitySum } from '../../../../shared/domain/activity-sums.ts';
import { toIso } from '../../../../shared/domain/instant.ts';
import { activityCsvColumns, toActiveTable, toActivityJson, toCallTable } from '../output/activity-tables.ts';
import { formatCsv } from '../output/csv.ts';
import type { DataTable } from '../output/data-table.ts';
import { bold, dim, wrapText, type Page } from '../output/page.ts';
import { formatTable } from '../output/table.ts';
import { messages } from '../messages.ts';
import { toSpanQuery } from '../options/cli-options.ts';
import { defineCommand, type CliCommand } from '../command.ts';

const { activity: texts } = messages.cli;

/** `fuelgauge sites` or `fuelgauge apps`: time on AI sites with requests to APIs, or with AI apps with calls of tools. */
export function createActivityCommand(name: 'sites' | 'apps'): CliCommand {
  const isSites = name === 'sites';
  const kinds = isSites ? (['sites', 'apis'] as const) : (['apps', 'commands'] as const);
  const toMainTable = (page: Page, sums: readonly ActivitySum[]): DataTable =>
    toActiveTable(page, isSites ? 'site' : 'app', sums);
  return defineCommand({
    name,
    needsLogs: false,
    // A part of what the call `appsAndSites` answers, which has a version 2.
    schemas: [1],
    options: ['formats'],
    call: 'appsAndSites',
    toArgument: toSpanQuery,
    toJsonV1: (report) => ({
      schema: `fuelgauge.${name}.v1`,
      generatedAt: toIso(report.generatedAtMs),
      timezone: report.timeZone,
      isOn: report.isOn,
      ratesDate: report.ratesDate,
      ...(isSites ? { failures: report.failures } : { focus: report.focus }),
      ...Object.fromEntries(kinds.map((kind) => [kind, report[kind].map(toActivityJson)])),
    }),
    *toText(report, page) {
      const [main, calls] = [report[kinds[0]], report[kinds[1]]];
      if (main.length === 0) yield wrapText(page, report.isOn[name] ? texts.nothing[name] : texts.off[name]);
      else {
        const table = toMainTable(page, main);
        yield* formatTable(page, table.columns, table);
        yield* ['', dim(page, wrapText(page, texts.guess(report.ratesDate)))];
      }
      if (calls.length > 0) yield* formatCalls(page, isSites, calls);
      else if (!isSites) yield wrapText(page, report.isOn.commands ? texts.nothing.commands : texts.off.commands);
      yield* formatGaps(page, isSites, report);
    },
    toTable: (report, page) => toMainTable(page, report[kinds[0]]),
    toCsv: (report) =>
      formatCsv(
        activityCsvColumns,
        kinds.flatMap((kind) => report[kind].map((sum) => ({ kind, ...sum }))),
      ),
  });
}

function* formatCalls(page: Page, isSites: boolean, calls: readonly ActivitySum[]): Generator<string> {
  const table = toCallTable(isSites ? 'api' : 'tool', calls);
  yield* ['', bold(page, isSites ? texts.headings.apis : texts.headings.commands)];
  yield* formatTable(page, table.columns, table);
  const undated = calls.reduce((sum, { undatedCount }) => sum + undatedCount, 0);
  if (undated > 0) yield* ['', dim(page, wrapText(page, texts.undated(messages.format.integer(undated))))];
}

/** What is missing, and why. */
function* formatGaps(page: Page, isSites: boolean, { failures, focus }: ActivityReport): Generator<string> {
  if (isSites) for (const { browser, failure } of failures) yield wrapText(page, texts.failure(browser, failure));
  else if (focus === 'unknown') yield wrapText(page, texts.focusUnknown);
}
