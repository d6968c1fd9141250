import { totalTokens } from '../../../../shared/domain/token-usage.ts';
import { formatCompact, formatInteger } from '../../../../shared/format/numbers.ts';
import { createInstantText, toCostText, toIso, toMoneyText, unknownText } from '../output/figures.ts';
import { toModelsText } from '../output/models-text.ts';
import { formatNotes, formatNothingFound, withNotes } from '../output/notes.ts';
import { formatTable } from '../output/table.ts';
import { toSessionJson, toTotalsJson } from '../output/usage-json.ts';
import type { CliCommand } from './command.ts';

/** `fuelgauge sessions`: every session in sum, the newest last. */
export const sessionsCommand: CliCommand = {
  name: 'sessions',
  summary: 'sessions with their project, models, tokens and cost, the newest last',
  details: 'Long ids and folders are cut to the width of the terminal; the JSON output has them whole.',
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
          formatInteger(session.events),
          formatCompact(totalTokens(session.usage)),
          toMoneyText(session.costMicroUsd, page.currency),
        ]);
        const table = formatTable(
          page,
          [
            { head: 'Last active' },
            { head: 'Source' },
            { head: 'Session', minWidth: 9 },
            { head: 'Project', minWidth: 12, keep: 'end' },
            { head: 'Models', minWidth: 8 },
            { head: 'Events', align: 'right' },
            { head: 'Tokens', align: 'right' },
            { head: 'API-equiv.', align: 'right' },
          ],
          {
            rows,
            totals: [
              'Total',
              '',
              `${formatInteger(sessions.length)}`,
              '',
              '',
              formatInteger(totals.events),
              formatCompact(totalTokens(totals.usage)),
              toCostText(totals, page.currency),
            ],
          },
        );
        yield* withNotes(table, formatNotes(page, totals));
      },
    };
  },
};
