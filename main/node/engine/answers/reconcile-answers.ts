import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { reconcileProxies, toBareModel, type PriceOf } from '../../../../shared/analytics/reconcile-proxies.ts';
import { reconcile, type ReceivedResponse } from '../../../../shared/analytics/reconcile.ts';
import { countUnderstated } from '../../../../shared/analytics/understated.ts';
import { toReportSums } from '../../../../shared/analytics/sum-queries.ts';
import { addDays, parseDay, type Calendar } from '../../../../shared/domain/calendar-day.ts';
import { defaultProfile } from '../../../../shared/domain/profile-fields.ts';
import { promptTokens } from '../../../../shared/domain/token-usage.ts';
import type { EventKey } from '../../../../shared/domain/ids.ts';
import { toContextClass, type UsageCell } from '../../../../shared/domain/usage-cell.ts';
import type { PriceBook } from '../../../../shared/ports/price-book.ts';
import type { Reconciliation } from '../../../../shared/domain/reconciliation.ts';
import { toSessionKey } from '../../../../shared/domain/session.ts';
import type { SpanQuery } from '../../../../shared/domain/span-query.ts';
import { isJournal, journalFolder } from '../../../../shared/sources/lib/telemetry-journal.ts';
import { findSource, sources } from '../../../../shared/sources/registry.ts';
import type { Source } from '../../../../shared/sources/source.ts';
import { readJournal } from '../../received/journal-file.ts';
import { readRetired } from '../../received/journal-sums.ts';
import type { LoggedRow, LoggedRows } from '../usage/logged-rows.ts';
import { readProxied, type NamedResponse } from './read-proxied.ts';
import { findExtent } from '../usage/list-blocks.ts';
import { readUsage, type UsageContext } from '../usage/read-usage.ts';

/** What reconciliation reads. */
type ReconcileContext = UsageContext & { readonly dataFolder: string; readonly loggedRows: LoggedRows };

/**
 * Compares logs with telemetry and proxies, by day and model. Reads the journals of the requested days line by line,
 * and looks up in the logs what was reported, to see which numbers are theirs.
 */
export async function answerReconcile(context: ReconcileContext, query: SpanQuery): Promise<Reconciliation> {
  const calendar = context.preferences.calendarOf(query.timeZone);
  const sums = toReportSums(
    { ...query, by: 'day', split: 'none' },
    calendar,
    context.preferences.book(),
    findExtent(context.ledger),
  );
  const received = await readSpan(readReceived, context, query, calendar);
  const proxied = await readSpan(readProxied, context, query, calendar);
  const retired = await readRetired(path.join(context.dataFolder, journalFolder));
  // A day whose telemetry is gone, even in part, cannot be compared.
  const lastRetiredDay = (source: string): string => addDay(retired.last[source]?.slice(0, 10) ?? null);
  const cells = readUsage(context, {}, { ...sums, groupBy: [...sums.groupBy, 'origin', 'sessionId'] });
  const ofAgents = cells.filter(({ source }) => !isProxy(source));
  const logged = await context.loggedRows.find(toWanted([...received, ...proxied]));
  const facts = { sessions: readLoggedSessions(context, ofAgents), understated: findUnderstated(received, logged) };
  const aligned = received.map((each) => alignToLog(each, logged));
  const isAsked = ({ day }: { readonly day: string }): boolean =>
    (query.since === null || day >= query.since) && (query.until === null || day <= query.until);
  return {
    generatedAtMs: context.clock.nowMs(),
    timeZone: calendar.timeZone,
    rows: reconcile(ofAgents, aligned, calendar, facts)
      .filter(isAsked)
      .filter(({ source, day }) => day > lastRetiredDay(source)),
    proxies: reconcileProxies(
      cells,
      proxied,
      calendar,
      createProxyPrices(context.preferences.book()),
      findUnderstated(proxied, logged).map(({ of: { source, model, atMs }, tokens }) => ({
        source,
        model,
        atMs,
        tokens,
      })),
    ),
  };
}

/** What was reported on the days that are asked for. */
async function readSpan<Response extends { readonly atMs: number }>(
  read: (dataFolder: string, source: Source) => AsyncIterable<Response>,
  { dataFolder }: ReconcileContext,
  query: SpanQuery,
  calendar: Calendar,
): Promise<readonly Response[]> {
  const fromMs = query.since === null ? -Infinity : calendar.startOf(query.since);
  const toMs = query.until === null ? Infinity : calendar.startOf(addDays(query.until, 1));
  const found: Response[] = [];
  for (const source of sources) {
    if (query.source !== null && query.source !== source.id) continue;
    for await (const each of read(dataFolder, source)) if (each.atMs >= fromMs && each.atMs < toMs) found.push(each);
  }
  return found;
}

type Reported = NamedResponse<
  Pick<ReceivedResponse, 'source' | 'model' | 'atMs' | 'usage'> & { readonly fate: string }
>;

function toWanted(responses: readonly Reported[]): ReadonlyMap<EventKey, number> {
  return new Map(responses.flatMap(({ name, atMs }) => (name === null ? [] : [[name, atMs] as const])));
}

/** Responses of which a log that still exists shows fewer tokens than were reported. */
function findUnderstated(responses: readonly Reported[], logged: ReadonlyMap<EventKey, LoggedRow>) {
  return responses.flatMap((of) => {
    const row = of.name === null || of.fate !== 'named' ? undefined : logged.get(of.name);
    const tokens = row === undefined ? 0 : countUnderstated(row.usage, of.usage);
    return row === undefined || tokens === 0
      ? []
      : [{ of, source: of.source, model: row.model, atMs: Math.min(row.atMs, of.atMs), tokens }];
  });
}

/**
 * The same response with the model and time that the ledger has for it, where its log still exists: telemetry may name
 * the model that was requested, the log the one that answered, and midnight may lie between the two.
 */
function alignToLog(
  response: NamedResponse<ReceivedResponse>,
  logged: ReadonlyMap<EventKey, LoggedRow>,
): ReceivedResponse {
  const row = response.name === null ? undefined : logged.get(response.name);
  return row === undefined ? response : { ...response, model: row.model, atMs: Math.min(row.atMs, response.atMs) };
}

/** The sessions with at least one logged response, at any time; only looked up if some response is in no log. */
function readLoggedSessions(context: UsageContext, cells: readonly UsageCell[]): ReadonlySet<string> {
  if (cells.every(({ origin }) => origin === 'log')) return new Set();
  const all = readUsage(context, {}, { boundariesMs: [], groupBy: ['origin', 'sessionId'] });
  return new Set(all.filter(({ origin }) => origin === 'log').map(toSessionKey));
}

/** Journals end with days of UTC, so the next day of a calendar may lack some of it, too. */
function addDay(day: string | null): string {
  return day === null || parseDay(day) === null ? '' : addDays(day, 1);
}

/** What a proxy's response costs by the same prices as those of logs; a proxy puts the provider before the model. */
function createProxyPrices(book: PriceBook): PriceOf {
  return ({ source, model, atMs, usage }) =>
    book.costOf({
      ...defaultProfile,
      ...{ source, provider: source, model: toBareModel(model), usage, webSearchRequests: 0 },
      contextClass: toContextClass(promptTokens(usage)),
      ...{ startMs: atMs, firstAtMs: atMs, lastAtMs: atMs, events: 1, unfinishedEvents: 0 },
      ...{ loggedCostMicroUsd: 0, loggedCostEvents: 0 },
    });
}

function isProxy(id: string): boolean {
  return findSource(id)?.proxy !== undefined;
}

async function* readReceived(
  dataFolder: string,
  { id, telemetry }: Source,
): AsyncGenerator<NamedResponse<ReceivedResponse>> {
  if (telemetry === undefined) return;
  const folder = path.join(dataFolder, journalFolder, id);
  for (const name of (await readdir(folder).catch(() => [])).filter(isJournal).sort()) {
    const known = new Set<string>();
    for await (const use of readJournal(path.join(folder, name))) {
      const name = use.isEarly === true ? null : (telemetry.toNames(use)?.[0] ?? null);
      const { model, atMs, usage } = use;
      yield {
        ...{ source: id, model, atMs, usage, name },
        fate: known.has(use.id) ? 'duplicate' : name === null ? 'not-joined' : 'named',
      };
      known.add(use.id);
    }
  }
}
