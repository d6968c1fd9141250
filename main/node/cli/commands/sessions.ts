import { totalTokens } from '../../../../shared/domain/token-usage.ts';
import { createInstantText, toCostText, toIso, toMoneyText, unknownText } from '../output/figures.ts';
import { toModelsText } from '../output/models-text.ts';
import { formatNotes, formatNothingFound, withNotes } from '../output/notes.ts';
import { formatTable } from '../output/table.ts';
import { toSessionJson, toTotalsJson } from '../output/usage-json.ts';
import { messages } from '../messages.ts';
import type { CliCommand } from './command.ts';

const { cli, format } = messages;
const { tables } = cli;

/** `fuelgauge sessions`: the sums of every session, newest last. */
export const sessionsCommand: CliCommand = {
  name: 'sessions',
  needsLogs: true,
  run({ engine, options, timeZone, nowMs }) {
    const { since, until, source } = options;
    const query = { since, until, timeZone: options.timeZone, source };
    const { rows: sessions, totals } = engine.sessions(query);
    return {
      json: () => ({
        schema: 'fuelgauge.sessions.v1',
        generatedAt: toIso(nowMs),
        timezone: timeZone,
        rows: sessions.map(toSessionJson),
        totals: toTotalsJson(totals),
      }),
      *text(page) {
        if (sessions.length === 0) return yield formatNothingFound(page, options, engine.snapshot().sections.sources);
        const toText = createInstantText(page.timeZone);
        const rows = sessions.map((session) => [
          toText(session.lastAtMs),
          session.source,
          session.sessionId,
          session.project ?? unknownText,
          toModelsText(session.models),
          format.integer(session.events),
          format.compact(totalTokens(session.usage)),
          toMoneyText(session.costMicroUsd, page.currency),
        ]);
        const table = formatTable(
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
            rows,
            totals: [
              tables.totals,
              '',
              format.integer(sessions.length),
              '',
              '',
              format.integer(totals.events),
              format.compact(totalTokens(totals.usage)),
              toCostText(totals, page.currency),
            ],
          },
        );
        yield* withNotes(table, formatNotes(page, totals));
      },
    };
  },
};
