import type { AnswerOf, HostCalls } from '../../../../shared/contract/index.ts';
import { addTotals } from '../../../../shared/analytics/totals.ts';
import type { Block } from '../../../../shared/domain/block.ts';
import type { SourceId } from '../../../../shared/domain/ids.ts';
import { toIso } from '../../../../shared/domain/instant.ts';
import type { UsageTotals } from '../../../../shared/domain/report.ts';
import { totalTokens } from '../../../../shared/domain/token-usage.ts';
import { groupBy } from '../../../../shared/lib/group-by.ts';
import { selectBlocks, toTokenLimit } from '../options/select-blocks.ts';
import { messages } from '../messages.ts';
import { toSpanQuery, type CliOptions } from '../options/cli-options.ts';
import { formatCsv, type CsvColumn } from '../output/csv.ts';
import { selectColumns, selectCsvColumns, type DataTable } from '../output/data-table.ts';
import { createInstantText, createTimeText, toCostText, unknownText } from '../output/figures.ts';
import { toModelsText } from '../output/models-text.ts';
import { formatNotes, formatNothingFound, withNotes } from '../output/notes.ts';
import { wrapText, type Page } from '../output/page.ts';
import { formatTable } from '../output/table.ts';
import { toUsageColumns } from '../output/usage-csv.ts';
import { toActiveBlockJson, toBlockJson, toTotalsJson } from '../output/usage-json.ts';
import { toActiveSentence } from '../output/active-block.ts';
import { toBaselineText } from '../output/baseline-text.ts';
import { toContractJson, type CliCommand } from '../command.ts';
import { inOrder, takeLast } from '../options/select-rows.ts';

const { cli, format } = messages;
const { answers, tables } = cli;

/** `fuelgauge blocks`: 5-hour blocks, the gaps between them, and where the active one is heading. */
export const blocksCommand: CliCommand = {
  name: 'blocks',
  needsLogs: true,
  options: ['blocks', 'rows', 'columns', 'formats'],
  async ask(client, { options, sources, nowMs }) {
    const all = await client.call('blocks', toSpanQuery(options));
    const selected = takeLastBlocks(selectBlocks(all.rows, options, nowMs), options.last);
    const limits = toLimits(all.rows, options.tokenLimit);
    const rows = inOrder(selected, options.order);
    const totals = {
      ...sumBlocks(selected),
      ...(selected === all.rows && { unfinishedEvents: all.totals.unfinishedEvents }),
    };
    const answer = { ...all, rows, totals };
    return {
      json: (schema) => (schema === 1 ? toBlocksJson(answer, limits) : toContractJson('blocks', answer)),
      *text(page) {
        if (rows.length === 0) return yield formatNothingFound(page, options, sources);
        const table = selectColumns(toBlockTable(page, rows, limits), options);
        const sentences = all.active.map((entry) => wrapText(page, toActiveSentence(page, entry, options), 2));
        const usual = answer.baselines.filter(
          ({ unit, p90 }) => unit === (options.hasCost ? 'usd' : 'tokens') && p90 !== null,
        );
        const baselines = usual.map((baseline) =>
          wrapText(page, `${baseline.source}: ${toBaselineText(page, baseline)}`, 2),
        );
        const notes = [...sentences, ...baselines, formatNotes(page, totals, options)].filter((note) => note !== '');
        yield* withNotes(formatTable(page, table.columns, table), notes.join('\n'));
      },
      table: (page) => selectColumns(toBlockTable(page, rows, limits), options),
      csv: () => formatCsv(selectCsvColumns(toBlockColumns(options, limits), options), rows),
    };
  },
};

/** The limit in tokens that the blocks of each source are compared with. */
type TokenLimits = ReadonlyMap<SourceId, number | null>;

function toLimits(blocks: readonly Block[], tokenLimit: CliOptions['tokenLimit']): TokenLimits | null {
  if (tokenLimit === null) return null;
  const bySource = groupBy(blocks, ({ source }) => source);
  return new Map([...bySource].map(([source, own]) => [source, toTokenLimit(own, tokenLimit)]));
}

function toLimitFields({ source, usage }: Block, limits: TokenLimits) {
  const tokenLimit = limits.get(source) ?? null;
  return { tokenLimit, tokenLimitPercent: tokenLimit === null ? null : (totalTokens(usage) / tokenLimit) * 100 };
}

function toPercentText(percent: number | null): string {
  return percent === null ? unknownText : format.percent(percent);
}

function toBlocksJson(
  { generatedAtMs, timeZone, rows, active, totals, baselines }: AnswerOf<HostCalls, 'blocks'>,
  limits: TokenLimits | null,
) {
  return {
    schema: 'fuelgauge.blocks.v1',
    generatedAt: toIso(generatedAtMs),
    timezone: timeZone,
    rows: rows.map((block) => ({ ...toBlockJson(block), ...(limits !== null && toLimitFields(block, limits)) })),
    active: active.map(toActiveBlockJson),
    totals: toTotalsJson(totals),
    baselines,
  };
}

/** The most recent blocks with the gaps between them. */
function takeLastBlocks(blocks: readonly Block[], count: number | null): readonly Block[] {
  const used = blocks.filter(({ kind }) => kind !== 'gap');
  const kept = takeLast(used, count, ({ startMs }) => startMs);
  if (kept === used) return blocks;
  const firstBySource = new Map<SourceId, number>();
  for (const { source, startMs } of kept) {
    firstBySource.set(source, Math.min(startMs, firstBySource.get(source) ?? Infinity));
  }
  return blocks.filter(({ source, startMs }) => startMs >= (firstBySource.get(source) ?? Infinity));
}

/** Totals of what is listed: a block that reaches into a span of days has events outside it, too. */
function sumBlocks(blocks: readonly Block[]): UsageTotals {
  const used = blocks.filter(({ kind }) => kind !== 'gap');
  return addTotals(used.map((block) => ({ ...block, unfinishedEvents: 0 })));
}

function toBlockTable(page: Page, blocks: readonly Block[], limits: TokenLimits | null): DataTable {
  const toText = createInstantText(page);
  const toTime = createTimeText(page);
  const rows = blocks.map((block) => [
    `${block.boundary === 'estimated' && block.kind !== 'gap' ? '~' : ' '}${toText(block.startMs)}`,
    // The day follows from the start.
    toTime(block.endMs),
    block.source,
    block.kind === 'gap' ? answers.gap(block.endMs - block.startMs) : answers.blockStates[block.kind],
    ...(block.kind === 'gap'
      ? ['', '', '', '', ...(limits === null ? [] : [''])]
      : [
          toModelsText(block.models),
          format.integer(block.events),
          format.compact(totalTokens(block.usage)),
          ...(limits === null ? [] : [toPercentText(toLimitFields(block, limits).tokenLimitPercent)]),
          toCostText(block, page.currency),
        ]),
  ]);
  return {
    columns: [
      { name: 'start', head: ` ${tables.start}` },
      { name: 'end', dropped: 3, head: tables.end },
      { name: 'source', dropped: 4, head: tables.source, role: 'detail' },
      { name: 'state', dropped: 1, head: tables.state },
      { name: 'models', dropped: 5, head: tables.models, minWidth: 8, role: 'detail' },
      { name: 'events', dropped: 6, head: tables.events, align: 'right', role: 'detail' },
      { name: 'total', head: tables.tokens, align: 'right' },
      ...(limits === null ? [] : [{ name: 'limit', dropped: 2, head: tables.ofLimit, align: 'right' } as const]),
      { name: 'cost', head: tables.apiEquivalent, align: 'right', role: 'cost' },
    ],
    rows,
  };
}

function toBlockColumns(options: CliOptions, limits: TokenLimits | null): readonly CsvColumn<Block>[] {
  return [
    { name: 'source', value: ({ source }) => source },
    { name: 'kind', value: ({ kind }) => kind },
    { name: 'startAt', value: ({ startMs }) => toIso(startMs) },
    { name: 'endAt', value: ({ endMs }) => toIso(endMs) },
    { name: 'boundary', value: ({ boundary }) => boundary },
    { name: 'models', value: ({ models }) => models.join(' ') },
    ...toUsageColumns<Block>((block) => block, options),
    ...(limits === null
      ? []
      : [
          { name: 'tokenLimit', value: (block: Block) => toLimitFields(block, limits).tokenLimit },
          { name: 'tokenLimitPercent', value: (block: Block) => toLimitFields(block, limits).tokenLimitPercent },
        ]),
  ];
}
