import { readdir } from 'node:fs/promises';
import path from 'node:path';
import {
  reconcileProxies,
  toBareModel,
  type PriceOf,
  type ProxiedResponse,
} from '../../../shared/analytics/reconcile-proxies.ts';
import { reconcile, type ReceivedResponse } from '../../../shared/analytics/reconcile.ts';
import { toReportSums } from '../../../shared/analytics/sum-queries.ts';
import { addDays, parseDay } from '../../../shared/domain/calendar-day.ts';
import { defaultProfile } from '../../../shared/domain/profile-fields.ts';
import { promptTokens } from '../../../shared/domain/token-usage.ts';
import { toContextClass } from '../../../shared/domain/usage-cell.ts';
import type { PriceBook } from '../../../shared/ports/price-book.ts';
import type { Reconciliation } from '../../../shared/domain/reconciliation.ts';
import type { SpanQuery } from '../../../shared/domain/span-query.ts';
import { isJournal, journalFolder } from '../../../shared/sources/lib/telemetry-journal.ts';
import { findSource, sources } from '../../../shared/sources/registry.ts';
import type { Source } from '../../../shared/sources/source.ts';
import { readJournal } from '../journal-file.ts';
import { readRetired } from '../journal-sums.ts';
import { readProxied } from './read-proxied.ts';
import { findExtent } from './list-blocks.ts';
import { readUsage, type UsageContext } from './read-usage.ts';

/** Sets logs beside telemetry, by day and model. Reads the journals of the days that are asked for, one line at a time. */
export async function answerReconcile(
  context: UsageContext & { readonly dataFolder: string },
  query: SpanQuery,
): Promise<Reconciliation> {
  const calendar = context.preferences.calendarOf(query.timeZone);
  const sums = toReportSums(
    { ...query, by: 'day', split: 'none' },
    calendar,
    context.preferences.book(),
    findExtent(context.ledger),
  );
  const fromMs = query.since === null ? -Infinity : calendar.startOf(query.since);
  const toMs = query.until === null ? Infinity : calendar.startOf(addDays(query.until, 1));
  const received: ReceivedResponse[] = [];
  for (const source of sources) {
    if (query.source !== null && query.source !== source.id) continue;
    for await (const each of readReceived(context.dataFolder, source)) {
      if (each.atMs >= fromMs && each.atMs < toMs) received.push(each);
    }
  }
  const proxied: ProxiedResponse[] = [];
  for (const source of sources) {
    if (query.source !== null && query.source !== source.id) continue;
    for await (const each of readProxied(context.dataFolder, source)) {
      if (each.atMs >= fromMs && each.atMs < toMs) proxied.push(each);
    }
  }
  const retired = await readRetired(path.join(context.dataFolder, journalFolder));
  // Of a day whose telemetry is gone, at least in part, nothing can be compared.
  const lastRetiredDay = (source: string): string => addDay(retired.last[source]?.slice(0, 10) ?? null);
  const cells = readUsage(context, {}, { ...sums, groupBy: [...sums.groupBy, 'origin'] });
  return {
    generatedAtMs: context.clock.nowMs(),
    timeZone: calendar.timeZone,
    rows: reconcile(
      cells.filter(({ source }) => !isProxy(source)),
      received,
      calendar,
    ).filter(({ source, day }) => day > lastRetiredDay(source)),
    proxies: reconcileProxies(cells, proxied, calendar, createProxyPrices(context.preferences.book())),
  };
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

async function* readReceived(dataFolder: string, { id, telemetry }: Source): AsyncGenerator<ReceivedResponse> {
  if (telemetry === undefined) return;
  const folder = path.join(dataFolder, journalFolder, id);
  for (const name of (await readdir(folder).catch(() => [])).filter(isJournal).sort()) {
    const known = new Set<string>();
    for await (const use of readJournal(path.join(folder, name))) {
      const isNamed = use.isEarly !== true && telemetry.toNames(use) !== null;
      const { model, atMs, usage } = use;
      yield {
        ...{ source: id, model, atMs, usage },
        fate: known.has(use.id) ? 'duplicate' : isNamed ? 'named' : 'not-joined',
      };
      known.add(use.id);
    }
  }
}
