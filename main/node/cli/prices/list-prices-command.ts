import type { PriceExplanation, PriceList, UsdRates } from '../../../../shared/domain/price-list.ts';
import { toContractJson, type CliCommand } from '../command.ts';
import { messages } from '../messages.ts';
import { formatCsv, type CsvColumn } from '../output/csv.ts';
import type { DataTable } from '../output/data-table.ts';
import { createInstantText } from '../output/figures.ts';
import { withNotes } from '../output/notes.ts';
import { wrapText, type Page } from '../output/page.ts';
import { formatTable, type Column } from '../output/table.ts';

const { prices: words } = messages.cli;
const { columns: heads } = words;

/** `fuelgauge prices list`: the price list in use. */
export const listPricesCommand: CliCommand = {
  name: 'prices',
  needsLogs: false,
  options: ['formats'],
  async ask(client) {
    const list = await client.call('prices');
    return {
      json: () => toContractJson('prices', list),
      *text(page) {
        const table = toListTable(list);
        const note = wrapText(page, words.list(list.rows.length, list.origin, list.datedOn));
        yield* withNotes(formatTable(page, table.columns, table), note);
      },
      table: () => toListTable(list),
      csv: () => formatCsv(csvColumns, list.rows),
    };
  },
};

/** `fuelgauge prices explain MODEL`: where the price of a model comes from. */
export function createExplainPriceCommand(model: string): CliCommand {
  return {
    name: 'prices',
    needsLogs: false,
    options: [],
    async ask(client) {
      const explanation = await client.call('explainPrice', { model });
      return {
        json: () => toContractJson('explainPrice', explanation),
        *text(page) {
          yield wrapText(page, words.reasons[explanation.reason](model, explanation.pricedAs ?? model));
          if (explanation.periods.length === 0) return;
          yield '';
          const table = toPeriodTable(page, explanation);
          yield* formatTable(page, table.columns, table);
        },
      };
    },
  };
}

const rateColumns: readonly Column[] = [
  { head: heads.input, align: 'right' },
  { head: heads.output, align: 'right' },
  { head: heads.cacheRead, align: 'right' },
  { head: heads.cacheWrite5m, align: 'right' },
  { head: heads.cacheWrite1h, align: 'right' },
];

function toRateCells({ input, output, cacheRead, cacheWrite5m, cacheWrite1h }: UsdRates): readonly string[] {
  return [input, output, cacheRead, cacheWrite5m, cacheWrite1h].map(messages.format.price);
}

function toListTable({ rows }: PriceList): DataTable {
  return {
    columns: [{ head: heads.model, minWidth: 16 }, { head: heads.provider }, ...rateColumns],
    rows: rows.map(({ model, provider, usdPerMillion }) => [model, provider, ...toRateCells(usdPerMillion)]),
  };
}

function toPeriodTable(page: Page, { periods }: PriceExplanation): DataTable {
  const toText = createInstantText(page);
  const { kinds } = words;
  return {
    columns: [{ head: heads.since }, { head: heads.kind }, ...rateColumns],
    rows: periods.flatMap(({ sinceMs, usdPerMillion, priority, flex, longContext }) => [
      [sinceMs === null ? words.beginning : toText(sinceMs), kinds.standard, ...toRateCells(usdPerMillion)],
      ...(priority === null ? [] : [['', kinds.priority, ...toRateCells(priority)]]),
      ...(flex === null ? [] : [['', kinds.flex, ...toRateCells(flex)]]),
      ...(longContext === null
        ? []
        : [['', kinds.long(longContext.aboveTokens), ...toRateCells(longContext.usdPerMillion)]]),
    ]),
  };
}

const csvColumns: readonly CsvColumn<PriceList['rows'][number]>[] = [
  { name: 'model', value: ({ model }) => model },
  { name: 'provider', value: ({ provider }) => provider },
  { name: 'inputUsdPerMillion', value: ({ usdPerMillion }) => usdPerMillion.input },
  { name: 'outputUsdPerMillion', value: ({ usdPerMillion }) => usdPerMillion.output },
  { name: 'cacheReadUsdPerMillion', value: ({ usdPerMillion }) => usdPerMillion.cacheRead },
  { name: 'cacheWrite5mUsdPerMillion', value: ({ usdPerMillion }) => usdPerMillion.cacheWrite5m },
  { name: 'cacheWrite1hUsdPerMillion', value: ({ usdPerMillion }) => usdPerMillion.cacheWrite1h },
];
