import { backtestQuantities, type BacktestRow } from '../../../../shared/domain/backtest.ts';
import { messages } from '../messages.ts';
import { formatCsv, type CsvColumn } from '../output/csv.ts';
import type { DataTable } from '../output/data-table.ts';
import { unknownText } from '../output/figures.ts';
import { bold, dim, wrapText } from '../output/page.ts';
import { formatTable } from '../output/table.ts';
import { defineCommand } from '../command.ts';

const { cli, format } = messages;
const { forecast: texts } = cli;
const { columns } = texts;

/** `fuelgauge backtest`: how good forecasts would have been on the existing history. */
export const backtestCommand = defineCommand({
  name: 'backtest',
  needsLogs: true,
  options: ['formats'],
  call: 'backtest',
  toArgument: ({ source }) => ({ source }),
  toJsonV1: ({ rows }) => ({ schema: 'fuelgauge.backtest.v1', rows }),
  *toText({ rows }, page) {
    if (rows.length === 0) return yield wrapText(page, texts.tooShort);
    for (const quantity of backtestQuantities) {
      const ofQuantity = rows.filter((row) => row.quantity === quantity && isShown(row));
      if (ofQuantity.length === 0) continue;
      const table = toTable(ofQuantity);
      yield bold(page, texts.quantity(quantity));
      yield* formatTable(page, table.columns, table);
      yield '';
    }
    yield dim(page, wrapText(page, texts.explained));
  },
  toTable: ({ rows }) => toTable(rows),
  toCsv: ({ rows }) => formatCsv(csvColumns, rows),
});

/** Shows all methods over the whole history, and how ours improves with its length. */
function isShown({ historyDays, method }: BacktestRow): boolean {
  return historyDays === null || method === 'fuelgauge';
}

function toTable(rows: readonly BacktestRow[]): DataTable {
  const isRunOut = rows[0]?.quantity === 'run-out';
  const share = (value: number | null): string => (value === null ? unknownText : format.percent(100 * value));
  const number = (value: number | null): string => (value === null ? unknownText : value.toFixed(3));
  const text = (value: number | null): string => (value === null ? unknownText : format.integer(value));
  return {
    columns: [
      { head: columns.elapsed },
      { head: columns.method },
      { head: columns.history, dropped: 1 },
      { head: columns.forecasts, align: 'right', dropped: 2 },
      ...(isRunOut
        ? ([columns.brierSkill, columns.falseAlarms, columns.missed, columns.lead] as const)
        : ([columns.error, columns.pinball, columns.coverage] as const)
      ).map((head) => ({ head, align: 'right' as const })),
    ],
    rows: rows
      .toSorted(compareRows)
      .map((row) => [
        row.elapsedShare === null ? texts.wholeWindow : share(row.elapsedShare),
        row.method,
        row.historyDays === null ? texts.allHistory : texts.historyFrom(row.historyDays),
        text(row.forecasts),
        ...(isRunOut
          ? [
              number(row.brierSkill),
              text(row.falseAlarms),
              text(row.missed),
              row.leadMinutes === null ? unknownText : texts.minutes(row.leadMinutes),
            ]
          : [share(row.medianApe), number(row.pinball), share(row.coverage80)]),
      ]),
  };
}

function compareRows(left: BacktestRow, right: BacktestRow): number {
  return (
    (left.elapsedShare ?? 1) - (right.elapsedShare ?? 1) ||
    (left.historyDays ?? -1) - (right.historyDays ?? -1) ||
    (left.pinball ?? -(left.brierSkill ?? 0)) - (right.pinball ?? -(right.brierSkill ?? 0))
  );
}

const csvColumns: readonly CsvColumn<BacktestRow>[] = [
  { name: 'quantity', value: ({ quantity }) => quantity },
  { name: 'method', value: ({ method }) => method },
  { name: 'elapsedShare', value: ({ elapsedShare }) => elapsedShare },
  { name: 'historyDays', value: ({ historyDays }) => historyDays },
  { name: 'forecasts', value: ({ forecasts }) => forecasts },
  { name: 'medianApe', value: ({ medianApe }) => medianApe },
  { name: 'pinball', value: ({ pinball }) => pinball },
  { name: 'coverage80', value: ({ coverage80 }) => coverage80 },
  { name: 'falseAlarms', value: ({ falseAlarms }) => falseAlarms },
  { name: 'missed', value: ({ missed }) => missed },
  { name: 'brier', value: ({ brier }) => brier },
  { name: 'brierSkill', value: ({ brierSkill }) => brierSkill },
  { name: 'leadMinutes', value: ({ leadMinutes }) => leadMinutes },
];
