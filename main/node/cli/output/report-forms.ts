import { toIso } from '../../../../shared/domain/instant.ts';
import type { Currency } from '../../../../shared/domain/money.ts';
import { filterFields } from '../../../../shared/domain/profile-fields.ts';
import {
  isPeriod,
  listReportKeys,
  type Report,
  type ReportKey,
  type ReportQuery,
  type ReportRow,
  type UsageTotals,
} from '../../../../shared/domain/report.ts';
import { cacheCreationTokens, totalTokens } from '../../../../shared/domain/token-usage.ts';
import { messages } from '../messages.ts';
import type { CliOptions } from '../options/cli-options.ts';
import type { CsvColumn } from './csv.ts';
import type { DataColumn, DataTable } from './data-table.ts';
import { toCostText } from './figures.ts';
import { toModelsText } from './models-text.ts';
import type { Page } from './page.ts';
import type { Column } from './table.ts';
import { toUsageColumns } from './usage-csv.ts';
import { toTotalsJson } from './usage-json.ts';

const { cli, format } = messages;
const { tables } = cli;

/** A row with the rows of its models; null when they were not asked for. */
export interface BrokenDownRow {
  readonly row: ReportRow;
  readonly models: readonly ReportRow[] | null;
}

/** Version 1 of the schema has no null here. */
function toKeyV1(key: string | null, by: ReportKey): string {
  return key ?? filterFields.find(({ report }) => report === by)?.nullName ?? '(unknown)';
}

/** The JSON of a report, in schema `fuelgauge.report.v1`; `breakdown` is there when it was asked for. */
export function toReportJson(report: Report, rows: readonly BrokenDownRow[]) {
  return {
    schema: 'fuelgauge.report.v1',
    generatedAt: toIso(report.generatedAtMs),
    timezone: report.timeZone,
    rows: rows.map(({ row, models }) => ({
      key: toKeyV1(row.key, report.query.by),
      ...(row.alsoKeys !== undefined && { keys: toKeysV1(row, report.query) }),
      source: row.source,
      models: row.models,
      ...toTotalsJson(row),
      ...(models === null ? {} : { breakdown: models.map(toModelJson) }),
    })),
    totals: toTotalsJson(report.totals),
  };
}

/** Every key of a row by its name, where there are several. */
function toKeysV1({ key, alsoKeys = [] }: ReportRow, query: ReportQuery): Readonly<Record<string, string>> {
  const values = [key, ...alsoKeys];
  return Object.fromEntries(listReportKeys(query).map((by, index) => [by, toKeyV1(values[index] ?? null, by)]));
}

/** The usage of one model inside a row. */
export function toModelJson(part: ReportRow) {
  return { model: part.split, ...toTotalsJson(part) };
}

/** The report as a table, with the models of a row below it. */
export function toReportTable(
  page: Page,
  { by, alsoBy, hasBreakdown }: CliOptions,
  report: Report,
  rows: readonly BrokenDownRow[],
): DataTable {
  const keys = [by, ...alsoBy];
  const hasModels = !keys.includes('model');
  const modelsColumn: DataColumn = {
    name: 'models',
    head: tables.models,
    minWidth: 10,
    ...(hasBreakdown ? {} : { role: 'detail', dropped: 5 }),
  };
  const noKeys = keys.map(() => '');
  const toCells = (
    names: readonly string[],
    source: string,
    models: string,
    totals: UsageTotals,
  ): readonly string[] => [...names, source, ...(hasModels ? [models] : []), ...toFigures(totals, page.currency)];
  return {
    columns: [
      ...keys.map(toKeyColumn),
      { name: 'source', dropped: 1, head: tables.source },
      ...(hasModels ? [modelsColumn] : []),
      ...figureColumns,
    ],
    rows: rows.flatMap(({ row, models }) => [
      toCells(toNames(row, keys), row.source, toModelsText(row.models), row),
      ...(models ?? []).map((part) => toCells(noKeys, '', tables.part(toModelsText([part.split ?? ''])), part)),
    ]),
    totals: toCells([tables.totals, ...noKeys.slice(1)], '', '', report.totals),
  };
}

/** The keys of a row as a table has them. */
function toNames({ key, alsoKeys = [] }: ReportRow, keys: readonly ReportKey[]): readonly string[] {
  const values = [key, ...alsoKeys];
  return keys.map((by, index) => values[index] ?? tables.withoutKey[by] ?? '');
}

/** Columns whose width differs from that of most names. */
const keyColumns: Readonly<Partial<Record<ReportKey, Omit<Column, 'head'>>>> = {
  // Wide enough to distinguish the ids of all known agents.
  session: { minWidth: 14 },
  project: { minWidth: 12, keep: 'end', link: 'path' },
};

function toKeyColumn(by: ReportKey): DataColumn {
  return { name: by, head: tables.keys[by], ...(isPeriod(by) ? {} : (keyColumns[by] ?? { minWidth: 12 })) };
}

const figureColumns: readonly DataColumn[] = [
  { name: 'events', dropped: 2, head: tables.events, align: 'right' },
  { name: 'input', dropped: 4, head: tables.input, align: 'right', role: 'detail' },
  { name: 'cacheWrite', dropped: 7, head: tables.cacheWrite, align: 'right', role: 'detail' },
  { name: 'cacheRead', dropped: 6, head: tables.cacheRead, align: 'right', role: 'detail' },
  { name: 'output', dropped: 3, head: tables.output, align: 'right', role: 'detail' },
  { name: 'total', head: tables.total, align: 'right' },
  { name: 'cost', head: tables.apiEquivalent, align: 'right', role: 'cost' },
];

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

/** The columns of CSV output. With a breakdown there is a row for each model. */
export function toReportColumns(options: CliOptions): readonly CsvColumn<ReportRow>[] {
  const { by, alsoBy, hasBreakdown } = options;
  const models: CsvColumn<ReportRow> = hasBreakdown
    ? { name: 'model', value: ({ split }) => split }
    : { name: 'models', value: (row) => row.models.join(' ') };
  return [
    { name: 'key', value: ({ key }) => key },
    ...alsoBy.map((name, index): CsvColumn<ReportRow> => ({
      name,
      value: ({ alsoKeys }) => alsoKeys?.[index] ?? null,
    })),
    { name: 'source', value: ({ source }) => source },
    ...([by, ...alsoBy].includes('model') ? [] : [models]),
    ...toUsageColumns<ReportRow>((row) => row, options),
  ];
}
