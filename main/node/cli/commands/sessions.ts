import type { Client, HostContract } from '../../../../shared/contract/index.ts';
import { addTotals } from '../../../../shared/analytics/totals.ts';
import type { ReportRow, UsageTotals } from '../../../../shared/domain/report.ts';
import type { SessionSummary } from '../../../../shared/domain/session.ts';
import type { UsageQuery } from '../../../../shared/domain/span-query.ts';
import { groupBy } from '../../../../shared/lib/group-by.ts';
import { toSpanQuery } from '../options/cli-options.ts';
import { formatCsv } from '../output/csv.ts';
import { selectColumns, selectCsvColumns } from '../output/data-table.ts';
import { formatNotes, formatNothingFound, withNotes } from '../output/notes.ts';
import { formatTable } from '../output/table.ts';
import { toContractJson, type CliCommand } from '../command.ts';
import { createSubagentTree } from '../../../../shared/analytics/subagents.ts';
import { inOrder, takeLast } from '../options/select-rows.ts';
import {
  toSessionColumns,
  toSessionsJson,
  toSessionTable,
  type BrokenDownSession,
  type SessionParts,
  type SessionCsvRow,
} from '../output/session-forms.ts';

/** `fuelgauge sessions`: the sums of every session, newest last. */
export const sessionsCommand: CliCommand = {
  name: 'sessions',
  needsLogs: true,
  options: ['filter', 'ids', 'rows', 'breakdown', 'columns', 'formats'],
  async ask(client, { options, sources }) {
    const query = { ...toSpanQuery(options), ...options.filter };
    const all = await client.call('sessions', query);
    const named = withIds(all.rows, options.ids);
    const sessions = takeLast(named, options.last, ({ lastAtMs }) => lastAtMs);
    const totals = sessions === all.rows ? all.totals : await sumSessions(client, query, sessions);
    const ordered = inOrder(sessions, options.order);
    const subagents = createSubagentTree((await client.call('subagents', query)).rows);
    const parts = options.hasBreakdown ? await breakDown(client, query, ordered) : ordered.map(toWhole);
    const rows = parts.map((part) => ({
      ...part,
      parentId: subagents.parentOf(part.session),
      subagents: subagents.below(part.session),
    }));
    const answer = { ...all, rows: ordered, totals };
    return {
      json: (schema) => (schema === 1 ? toSessionsJson(answer, rows) : toContractJson('sessions', answer)),
      *text(page) {
        if (rows.length === 0) return yield formatNothingFound(page, options, sources);
        const table = selectColumns(toSessionTable(page, options, rows, totals), options);
        yield* withNotes(formatTable(page, table.columns, table), formatNotes(page, totals, options));
      },
      table: (page) => selectColumns(toSessionTable(page, options, rows, totals), options),
      csv: () => formatCsv(selectCsvColumns(toSessionColumns(options), options), rows.flatMap(toCsvRows)),
    };
  },
};

/** The sessions whose ids begin with one of those; all of them when there are none. */
function withIds(sessions: readonly SessionSummary[], ids: readonly string[]): readonly SessionSummary[] {
  return ids.length === 0 ? sessions : sessions.filter(({ sessionId }) => ids.some((id) => sessionId.startsWith(id)));
}

type AnyClient = Client<HostContract>;

/** Only a report knows which events of some sessions are unfinished or have no price. */
async function sumSessions(
  client: AnyClient,
  query: UsageQuery,
  sessions: readonly SessionSummary[],
): Promise<UsageTotals> {
  const ids = new Set(sessions.map(toSessionId));
  const report = await client.call('report', { ...query, by: 'session', split: 'none' });
  return addTotals(report.rows.filter((row) => ids.has(toRowId(row))));
}

async function breakDown(
  client: AnyClient,
  query: UsageQuery,
  sessions: readonly SessionSummary[],
): Promise<readonly SessionParts[]> {
  const report = await client.call('report', { ...query, by: 'session', split: 'model' });
  const parts = groupBy(report.rows, toRowId);
  return sessions.map((session) => ({ session, models: parts.get(toSessionId(session)) ?? [] }));
}

function toWhole(session: SessionSummary): SessionParts {
  return { session, models: null };
}

function toSessionId({ source, sessionId }: SessionSummary): string {
  return JSON.stringify([source, sessionId]);
}

function toRowId({ source, key }: ReportRow): string {
  return JSON.stringify([source, key]);
}

function toCsvRows({ session, models }: BrokenDownSession): readonly SessionCsvRow[] {
  return models === null
    ? [{ session, model: null, usage: session }]
    : models.map((part) => ({ session, model: part.split, usage: part }));
}
