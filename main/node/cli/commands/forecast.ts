import type { AnswerOf, HostCalls } from '../../../../shared/contract/index.ts';
import type { RunOut } from '../../../../shared/domain/forecast.ts';
import { toIso } from '../../../../shared/domain/instant.ts';
import { toAgeMs } from '../../../../shared/domain/limit-window.ts';
import { cleanText } from '../../../../shared/lib/clean-text.ts';
import { messages } from '../messages.ts';
import { formatCsv, type CsvColumn } from '../output/csv.ts';
import type { DataTable } from '../output/data-table.ts';
import { createInstantText, unknownText } from '../output/figures.ts';
import { toOwnerText } from '../output/limit-owner.ts';
import { withNotes } from '../output/notes.ts';
import { dim, wrapText, type Page } from '../output/page.ts';
import { formatTable } from '../output/table.ts';
import { defineCommand } from '../command.ts';

const { cli, common, format } = messages;
const { forecast: texts, tables } = cli;
const { columns } = texts;

type ForecastAnswer = AnswerOf<HostCalls, 'forecast'>;

/** One line of the table: a total in tokens, or a limit in percent. */
interface ForecastRow {
  readonly name: string;
  readonly source: string | null;
  readonly unit: 'tokens' | 'percent';
  readonly used: number;
  readonly median: number;
  readonly from: number;
  readonly to: number;
  readonly asOfMs: number;
  readonly endMs: number;
  /** When the figure of a limit was reported; null for a total. */
  readonly observedAtMs: number | null;
  readonly runOut: RunOut | null;
}

/** `fuelgauge forecast`: how blocks, the day, the week and the limits will probably end. */
export const forecastCommand = defineCommand({
  name: 'forecast',
  needsLogs: true,
  options: ['formats'],
  call: 'forecast',
  toArgument: ({ source }) => ({ source }),
  toJsonV1: toForecastJson,
  *toText(answer, page) {
    const rows = toRows(answer);
    if (rows.length === 0) return yield wrapText(page, texts.nothing);
    const table = toTable(rows, page);
    const toText = createInstantText(page);
    const notes = [
      ...toStaleNotes(rows, page),
      ...answer.anomalies.map((anomaly) =>
        wrapText(page, cleanText(texts.anomaly(anomaly, toText(anomaly.startMs))), 2),
      ),
      dim(page, wrapText(page, texts.estimated)),
    ];
    yield* withNotes(formatTable(page, table.columns, table), notes.join('\n'));
  },
  toTable: (answer, page) => toTable(toRows(answer), page),
  toCsv: (answer) => formatCsv(csvColumns, toRows(answer)),
});

function toForecastJson({ generatedAtMs, timeZone, totals, limits, anomalies }: ForecastAnswer) {
  return {
    schema: 'fuelgauge.forecast.v1',
    generatedAt: toIso(generatedAtMs),
    timezone: timeZone,
    totals: totals.map(({ startMs, endMs, asOfMs, interval, runOut, ...total }) => ({
      ...total,
      provenance: 'estimated',
      startAt: toIso(startMs),
      endAt: toIso(endMs),
      asOf: toIso(asOfMs),
      interval80: interval,
      runOut: toRunOutJson(runOut),
    })),
    limits: limits.map(({ id, asOfMs, endMs, observedAtMs, interval, runOut, ...limit }) => ({
      ...limit,
      provider: id.provider,
      account: id.account,
      limitId: id.name,
      scope: id.scope,
      provenance: 'estimated',
      asOf: toIso(asOfMs),
      endAt: toIso(endMs),
      observedAt: toIso(observedAtMs),
      interval80: interval,
      runOut: toRunOutJson(runOut),
    })),
    anomalies: anomalies.map(({ startMs, ...anomaly }) => ({ ...anomaly, startAt: toIso(startMs) })),
  };
}

function toRunOutJson(runOut: RunOut | null) {
  if (runOut === null) return null;
  const { probability, earlyMs, medianMs, lateMs } = runOut;
  return { probability, earlyAt: toIso(earlyMs), medianAt: toIso(medianMs), lateAt: toIso(lateMs) };
}

function toRows({ totals, limits }: ForecastAnswer): readonly ForecastRow[] {
  return [
    ...totals.map(({ kind, source, usedTokens, tokens, interval, asOfMs, endMs, runOut }) => ({
      name: texts.total(kind, source),
      source,
      unit: 'tokens' as const,
      used: usedTokens,
      median: tokens.p50,
      ...interval,
      asOfMs,
      endMs,
      observedAtMs: null,
      runOut,
    })),
    ...limits.map(({ id, source, usedPercent, percent, interval, asOfMs, endMs, observedAtMs, runOut }) => ({
      name: `${toOwnerText({ source, id }, limits)} ${id.scope}`,
      source,
      unit: 'percent' as const,
      used: usedPercent,
      median: percent.p50,
      ...interval,
      asOfMs,
      endMs,
      observedAtMs,
      runOut,
    })),
  ];
}

/** How likely a limit runs out, and when. */
function toOdds(row: ForecastRow, toText: (atMs: number | null) => string): readonly string[] {
  const { runOut } = row;
  if (isReached(row)) return [cli.tables.usedUp, unknownText];
  if (isStale(row)) return [common.provenance.stale.label, unknownText];
  return runOut === null ? [unknownText, unknownText] : [texts.odds(runOut.probability), toText(runOut.medianMs)];
}

/** Whether the limit was reached by the moment of the forecast. */
function isReached({ runOut, asOfMs }: Pick<ForecastRow, 'runOut' | 'asOfMs'>): boolean {
  return runOut !== null && runOut.medianMs !== null && runOut.medianMs <= asOfMs;
}

/** Whether the figure of a limit is too old to say when it runs out. */
function isStale({ observedAtMs, runOut }: ForecastRow): boolean {
  return observedAtMs !== null && runOut === null;
}

/** How old the figure of each such limit is. */
function toStaleNotes(rows: readonly ForecastRow[], page: Page): readonly string[] {
  return rows.flatMap((row) => {
    if (!isStale(row) || row.observedAtMs === null) return [];
    const ageMs = toAgeMs({ observedAtMs: row.observedAtMs }, page.nowMs);
    return [wrapText(page, texts.staleFigure(cleanText(row.name), ageMs), 2)];
  });
}

function toTable(rows: readonly ForecastRow[], page: Page): DataTable {
  const toText = createInstantText(page);
  return {
    columns: [
      { head: columns.what, minWidth: 14 },
      { head: columns.usedSoFar, align: 'right', dropped: 1 },
      { head: columns.likely, align: 'right' },
      { head: columns.interval, align: 'right' },
      { head: columns.ends, dropped: 3 },
      { head: columns.runsOut, dropped: 2 },
      { head: columns.when, dropped: 4 },
    ],
    rows: rows.map((row) => {
      const { name, unit, used, median, from, to, endMs } = row;
      const toFigure = (value: number): string => (unit === 'tokens' ? format.compact(value) : format.percent(value));
      return [
        cleanText(name),
        // A limit's use since its reading is an estimate.
        unit === 'tokens' ? toFigure(used) : `~${toFigure(used)}`,
        toFigure(median),
        texts.between(toFigure(from), toFigure(to)),
        toText(endMs),
        ...toOdds(row, toText),
      ];
    }),
  };
}

const csvColumns: readonly CsvColumn<ForecastRow>[] = [
  { name: tables.source.toLowerCase(), value: ({ source }) => source },
  { name: 'name', value: ({ name }) => name },
  { name: 'unit', value: ({ unit }) => unit },
  { name: 'used', value: ({ used }) => used },
  { name: 'median', value: ({ median }) => median },
  { name: 'from', value: ({ from }) => from },
  { name: 'to', value: ({ to }) => to },
  { name: 'endAt', value: ({ endMs }) => toIso(endMs) },
  { name: 'runOutProbability', value: ({ runOut }) => runOut?.probability ?? null },
  { name: 'runsOutAt', value: ({ runOut }) => toIso(runOut?.medianMs ?? null) },
  { name: 'observedAt', value: ({ observedAtMs }) => toIso(observedAtMs) },
];
