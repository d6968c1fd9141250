import type { AnswerOf, HostCalls } from '../../../../shared/contract/index.ts';
import { toAgeMs, toLimitTitle, toReadingKind } from '../../../../shared/domain/limit-window.ts';
import { messages } from '../messages.ts';
import { createInstantText, toMoneyText } from '../output/figures.ts';
import { toUsedText } from '../output/limit-text.ts';
import { bold, wrapText, type Page } from '../output/page.ts';
import { formatTable } from '../output/table.ts';
import { toBaselineText } from '../output/baseline-text.ts';
import { toContractJson, type CliCommand } from '../command.ts';
import { explainForecasts } from './explain-forecast.ts';

const { cli, format, units } = messages;
const { explain: words, tables } = cli;

/** What can be explained. */
export const explainable = ['limit', 'block', 'forecast', 'cost'] as const;
export type Explainable = (typeof explainable)[number];

/** `fuelgauge explain limit|block|forecast|cost [ID]`: which readings, which rule, which error on past data. */
export function createExplainCommand(what: Explainable, id: string | null): CliCommand {
  const common = { name: 'explain', needsLogs: true, options: [] } as const;
  switch (what) {
    case 'limit':
      return {
        ...common,
        async ask(client, { options: { source } }) {
          const answer = await client.call('explainLimits', { id, source });
          return {
            json: () => toContractJson('explainLimits', answer),
            text: (page) => explainLimits(page, answer, id),
          };
        },
      };
    case 'block':
      return {
        ...common,
        async ask(client, { options: { source } }) {
          const answer = await client.call('explainBlocks', { id, source });
          return { json: () => toContractJson('explainBlocks', answer), text: (page) => explainBlocks(page, answer) };
        },
      };
    case 'forecast':
      return { ...common, schemas: [1], ask: (client, { options }) => explainForecasts(client, id, options.source) };
    case 'cost':
      return {
        ...common,
        async ask(client, { options: { source } }) {
          const answer = await client.call('explainCost', { id, source });
          return { json: () => toContractJson('explainCost', answer), text: (page) => explainCost(page, answer) };
        },
      };
  }
}

function* explainLimits(
  page: Page,
  { rows }: AnswerOf<HostCalls, 'explainLimits'>,
  id: string | null,
): Iterable<string> {
  if (rows.length === 0) return yield wrapText(page, id === null ? cli.answers.noLimits : words.nothing);
  const toText = createInstantText(page);
  for (const { id, window, isBinding, readings, capacity, allowance } of rows) {
    yield bold(page, words.limit(units.limitWindow(toLimitTitle(window)), id));
    const rules = [
      words.newest,
      ...(readings.length > 1 ? [words.places(readings.length)] : []),
      ...(isBinding ? [words.binding] : []),
      ...(window.pace === null ? [] : [words.pace(window.pace.elapsedPercent)]),
      ...(capacity === null || !capacity.isReliable ? [] : [words.capacity(capacity)]),
      ...(allowance === null ? [] : [words.allowance(allowance, toText(allowance.firstNewMs))]),
    ];
    yield wrapText(page, rules.join(' '), 2);
    const table = readings.map((reading) => [
      words.origins[reading.origin],
      reading.id.name,
      toUsedText({ ...window, ...reading }),
      toText(reading.resetsAtMs),
      messages.cli.answers.reading(toReadingKind(reading, window, page.nowMs), toAgeMs(reading, page.nowMs)),
      [reading.isUsed ? words.used : '', reading.givesReset ? words.givesReset : '']
        .filter((text) => text !== '')
        .join(', '),
    ]);
    const heads = [
      { head: words.place },
      { head: tables.limit },
      { head: tables.used, align: 'right' as const },
      { head: tables.resets, dropped: 2 },
      { head: tables.reading, minWidth: 12 },
      { head: words.role, dropped: 1 },
    ];
    yield* formatTable(page, heads, { rows: table });
    yield '';
  }
}

function* explainBlocks(page: Page, { rows }: AnswerOf<HostCalls, 'explainBlocks'>): Iterable<string> {
  if (rows.length === 0) return yield wrapText(page, words.noBlock);
  const toText = createInstantText(page);
  for (const { id, block, rule, reset, limit, baselines } of rows) {
    yield bold(page, words.block(block.source, id));
    const sentences = [
      rule === 'official-reset'
        ? words.officialReset(toText(block.endMs), reset === null ? null : words.origins[reset.origin])
        : words.firstEvent(toText(block.firstAtMs)),
      limit === null ? words.noLimit : messages.cli.answers.limitUsed(limit, page.currency),
      ...baselines.map((baseline) => toBaselineText(page, baseline)),
    ];
    for (const sentence of sentences) yield wrapText(page, sentence, 2);
    yield '';
  }
}

function* explainCost(page: Page, { rows, day }: AnswerOf<HostCalls, 'explainCost'>): Iterable<string> {
  if (rows.length === 0) return yield wrapText(page, words.noCost(day));
  yield wrapText(page, words.cost(day, page.costMode));
  const table = rows.map(({ model, source, events, usage, costMicroUsd, isCostPartial }) => [
    model,
    source,
    format.integer(events),
    format.integer(usage.inputTokens),
    format.integer(usage.cacheCreation5mTokens + usage.cacheCreation1hTokens),
    format.integer(usage.cacheReadTokens),
    format.integer(usage.outputTokens),
    toMoneyText(costMicroUsd, page.currency, isCostPartial),
  ]);
  const right = { align: 'right' } as const;
  yield* formatTable(
    page,
    [
      { head: words.model },
      { head: tables.source },
      { head: tables.events, ...right },
      { head: words.input, ...right },
      { head: words.cacheWrites, ...right },
      { head: words.cacheReads, ...right },
      { head: words.output, ...right },
      { head: tables.apiEquivalent, ...right },
    ],
    { rows: table },
  );
  yield wrapText(page, words.costRule);
}
