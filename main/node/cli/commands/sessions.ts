import type { AnswerOf, HostCalls } from '../../../../shared/contract/index.ts';
import { totalTokens } from '../../../../shared/domain/token-usage.ts';
import { createInstantText, toCostText, toIso, toMoneyText, unknownText } from '../output/figures.ts';
import { toSpanQuery } from '../cli-options.ts';
import { toModelsText } from '../output/models-text.ts';
import { formatNotes, formatNothingFound, withNotes } from '../output/notes.ts';
import type { Page } from '../output/page.ts';
import { formatTable } from '../output/table.ts';
import { toSessionJson, toTotalsJson } from '../output/usage-json.ts';
import { messages } from '../messages.ts';
import { defineCommand } from './command.ts';

const { cli, format } = messages;
const { tables } = cli;

/** `fuelgauge sessions`: the sums of every session, newest last. */
export const sessionsCommand = defineCommand({
  name: 'sessions',
  needsLogs: true,
  call: 'sessions',
  toArgument: toSpanQuery,
  toJsonV1: (answer) => ({
    schema: 'fuelgauge.sessions.v1',
    generatedAt: toIso(answer.generatedAtMs),
    timezone: answer.timeZone,
    rows: answer.rows.map(toSessionJson),
    totals: toTotalsJson(answer.totals),
  }),
  *toText(answer, page, { options, sources }) {
    if (answer.rows.length === 0) return yield formatNothingFound(page, options, sources);
    yield* withNotes(formatSessionsTable(page, answer), formatNotes(page, answer.totals));
  },
});

function formatSessionsTable(page: Page, { rows, totals }: AnswerOf<HostCalls, 'sessions'>): Iterable<string> {
  const toText = createInstantText(page.timeZone);
  return formatTable(
    page,
    [
      { head: tables.lastActive },
      { head: tables.source },
      { head: tables.session, minWidth: 9 },
      { head: tables.project, minWidth: 12, keep: 'end' },
      { head: tables.models, minWidth: 8 },
      { head: tables.events, align: 'right' },
      { head: tables.tokens, align: 'right' },
      { head: tables.apiEquivalent, align: 'right' },
    ],
    {
      rows: rows.map((session) => [
        toText(session.lastAtMs),
        session.source,
        session.sessionId,
        session.project ?? unknownText,
        toModelsText(session.models),
        format.integer(session.events),
        format.compact(totalTokens(session.usage)),
        toMoneyText(session.costMicroUsd, page.currency),
      ]),
      totals: [
        tables.totals,
        '',
        format.integer(rows.length),
        '',
        '',
        format.integer(totals.events),
        format.compact(totalTokens(totals.usage)),
        toCostText(totals, page.currency),
      ],
    },
  );
}
