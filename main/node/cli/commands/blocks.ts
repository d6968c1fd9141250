import type { Block } from '../../../../shared/domain/block.ts';
import type { Currency, MicroUsd } from '../../../../shared/domain/money.ts';
import { totalTokens } from '../../../../shared/domain/token-usage.ts';
import type { ActiveBlockOutlook } from '../../../../shared/snapshot/outlook.ts';
import { formatDuration } from '../../../../shared/format/durations.ts';
import { formatCompact, formatInteger, formatPercent } from '../../../../shared/format/numbers.ts';
import { createInstantText, toIso, toMoneyText } from '../output/figures.ts';
import { toModelsText } from '../output/models-text.ts';
import { formatNotes, formatNothingFound } from '../output/notes.ts';
import { wrapText, type Page } from '../output/page.ts';
import { formatTable } from '../output/table.ts';
import { toActiveBlockJson, toBlockJson, toTotalsJson } from '../output/usage-json.ts';
import type { CliCommand } from './command.ts';

/** `fuelgauge blocks`: 5-hour blocks, the gaps between them, and where the active one leads. */
export const blocksCommand: CliCommand = {
  name: 'blocks',
  summary: '5-hour blocks, and where the active one leads',
  details: 'A start marked with ~ is estimated from the logs; the others are the provider’s own.',
  needsLogs: true,
  run({ engine, options, timeZone, nowMs }) {
    const { since, until, source } = options;
    const query = { since, until, timeZone: options.timeZone, source };
    const { rows: blocks, active, totals } = engine.blocks(query);
    return {
      json: () => ({
        schema: 'fuelgauge.blocks.v1',
        generatedAt: toIso(nowMs),
        timezone: timeZone,
        rows: blocks.map(toBlockJson),
        active: active.map(toActiveBlockJson),
        totals: toTotalsJson(totals),
      }),
      *text(page) {
        if (blocks.length === 0) return yield formatNothingFound(page, options, engine.snapshot().sections.sources);
        yield* formatBlocksTable(page, blocks);
        yield '';
        for (const entry of active) yield wrapText(page, toActiveSentence(page, entry), 2);
        yield formatNotes(page, totals);
      },
    };
  },
};

function formatBlocksTable(page: Page, blocks: readonly Block[]): Iterable<string> {
  const toText = createInstantText(page.timeZone);
  const rows = blocks.map((block) => [
    `${block.boundary === 'estimated' && block.kind !== 'gap' ? '~' : ' '}${toText(block.startMs)}`,
    // The day is clear from the start and the length.
    toText(block.endMs).slice(-5),
    block.source,
    block.kind === 'gap' ? `gap of ${formatDuration(block.endMs - block.startMs)}` : block.kind,
    ...(block.kind === 'gap'
      ? ['', '', '', '']
      : [
          toModelsText(block.models),
          formatInteger(block.events),
          formatCompact(totalTokens(block.usage)),
          toMoneyText(block.costMicroUsd, page.currency),
        ]),
  ]);
  return formatTable(
    page,
    [
      { head: ' Start' },
      { head: 'End' },
      { head: 'Source' },
      { head: 'State' },
      { head: 'Models', minWidth: 8 },
      { head: 'Events', align: 'right' },
      { head: 'Tokens', align: 'right' },
      { head: 'API-equiv.', align: 'right' },
    ],
    { rows },
  );
}

/** The active block in a sentence: what is left, what it comes to, and whether that is too much. */
export function toActiveSentence(page: Page, active: ActiveBlockOutlook): string {
  const toText = createInstantText(page.timeZone);
  const used = toUsedText(totalTokens(active.block.usage), active.block.costMicroUsd, page.currency);
  const parts = [`${active.source}: ${formatDuration(active.remainingMs)} left in the active block, ${used} so far`];
  if (active.projection !== null) {
    const { totalTokens: tokens, costMicroUsd } = active.projection;
    parts.push(`at this rate ${toUsedText(tokens, costMicroUsd, page.currency)} at its end`);
  }
  if (active.limit !== null) {
    const { usedPercent, plan, provenance } = active.limit;
    parts.push(`${formatPercent(usedPercent)} of what ${plan} holds (${provenance})`);
  }
  if (active.runsOutAtMs !== null) parts.push(`runs out at ${toText(active.runsOutAtMs)}`);
  return `${parts.join('; ')}.`;
}

function toUsedText(tokens: number, costMicroUsd: MicroUsd | null, currency: Currency): string {
  const cost = costMicroUsd === null ? 'cost unknown' : toMoneyText(costMicroUsd, currency);
  return `${formatCompact(tokens)} tokens (${cost})`;
}
