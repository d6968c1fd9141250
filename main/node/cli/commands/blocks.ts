import type { Block } from '../../../../shared/domain/block.ts';
import { totalTokens } from '../../../../shared/domain/token-usage.ts';
import type { ActiveBlockOutlook } from '../../../../shared/snapshot/outlook.ts';
import { createInstantText, toIso, toMoneyText } from '../output/figures.ts';
import { toSpanQuery } from '../cli-options.ts';
import { toModelsText } from '../output/models-text.ts';
import { formatNotes, formatNothingFound } from '../output/notes.ts';
import { wrapText, type Page } from '../output/page.ts';
import { formatTable } from '../output/table.ts';
import { toActiveBlockJson, toBlockJson, toTotalsJson } from '../output/usage-json.ts';
import { messages } from '../messages.ts';
import { defineCommand } from './command.ts';

const { cli, format } = messages;
const { answers, tables } = cli;

/** `fuelgauge blocks`: 5-hour blocks, the gaps between them, and where the active one is heading. */
export const blocksCommand = defineCommand({
  name: 'blocks',
  needsLogs: true,
  call: 'blocks',
  toArgument: toSpanQuery,
  toJsonV1: (answer) => ({
    schema: 'fuelgauge.blocks.v1',
    generatedAt: toIso(answer.generatedAtMs),
    timezone: answer.timeZone,
    rows: answer.rows.map(toBlockJson),
    active: answer.active.map(toActiveBlockJson),
    totals: toTotalsJson(answer.totals),
  }),
  *toText({ rows, active, totals }, page, { options, sources }) {
    if (rows.length === 0) return yield formatNothingFound(page, options, sources);
    yield* formatBlocksTable(page, rows);
    yield '';
    for (const entry of active) yield wrapText(page, toActiveSentence(page, entry), 2);
    yield formatNotes(page, totals);
  },
});

function formatBlocksTable(page: Page, blocks: readonly Block[]): Iterable<string> {
  const toText = createInstantText(page.timeZone);
  const rows = blocks.map((block) => [
    `${block.boundary === 'estimated' && block.kind !== 'gap' ? '~' : ' '}${toText(block.startMs)}`,
    // The day follows from the start.
    toText(block.endMs).slice(-5),
    block.source,
    block.kind === 'gap' ? answers.gap(block.endMs - block.startMs) : block.kind,
    ...(block.kind === 'gap'
      ? ['', '', '', '']
      : [
          toModelsText(block.models),
          format.integer(block.events),
          format.compact(totalTokens(block.usage)),
          toMoneyText(block.costMicroUsd, page.currency),
        ]),
  ]);
  return formatTable(
    page,
    [
      { head: ` ${tables.start}` },
      { head: tables.end },
      { head: tables.source },
      { head: tables.state },
      { head: tables.models, minWidth: 8 },
      { head: tables.events, align: 'right' },
      { head: tables.tokens, align: 'right' },
      { head: tables.apiEquivalent, align: 'right' },
    ],
    { rows },
  );
}

/** The active block in a sentence: what is left, where it is heading, and whether that is too much. */
export function toActiveSentence(page: Page, active: ActiveBlockOutlook): string {
  const { source, block, remainingMs, projection, limit, runsOutAtMs } = active;
  const clauses = [
    answers.blockLeft(source, remainingMs),
    answers.usedSoFar(totalTokens(block.usage), block.costMicroUsd, page.currency),
  ];
  if (projection !== null) clauses.push(answers.atEnd(projection.totalTokens, projection.costMicroUsd, page.currency));
  if (limit !== null) clauses.push(answers.limitUsed(limit));
  if (runsOutAtMs !== null) clauses.push(answers.runsOutAt(createInstantText(page.timeZone)(runsOutAtMs)));
  return answers.sentence(clauses);
}
