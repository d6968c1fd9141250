import { toReportSums } from '../../../shared/analytics/sum-queries.ts';
import { createCalendar, type Calendar, type DayKey } from '../../../shared/domain/calendar-day.ts';
import type { ImportQuery, ImportResult } from '../../../shared/domain/import-result.ts';
import { fillDays, joinUses, type KnownDays } from '../../../shared/imports/fill-days.ts';
import type { HistoryImporter, HistoryImport } from '../../../shared/imports/history-import.ts';
import { summarizeImport } from '../../../shared/imports/summarize-import.ts';
import type { HistoryUse } from '../../../shared/sources/lib/imported-uses/history-use.ts';
import { readStoredHistory, replaceStoredHistory } from '../imports/stored-history.ts';
import { findExtent } from './list-blocks.ts';
import { readUsage, type UsageContext } from './read-usage.ts';

/** What importing history needs of the engine. */
export interface HistoryContext extends UsageContext {
  readonly dataFolder: string;
  readonly rescan: () => Promise<void>;
}

type Stored = ReadonlyMap<string, readonly HistoryUse[]>;

/**
 * Imports what a tool kept of the past, next to what was imported from it before: requests by their names, sums only for
 * days that are known from nowhere else. Sums of other tools make room for requests.
 */
export async function importHistory(
  context: HistoryContext,
  importer: HistoryImporter,
  { text, isPreview }: { readonly text: string; readonly isPreview: ImportQuery['isPreview'] },
): Promise<ImportResult> {
  const { tool, fills } = importer;
  // Dates of other tools are those of the calendar on the wall.
  const calendar = createCalendar(context.preferences.calendar().timeZone);
  const parsed = importer.parse(text, calendar);
  if (parsed === null) {
    return { tool, failure: 'other-format', isPreview, sums: 0, ...summarizeImport({ uses: [], skips: {} }) };
  }
  const stored = await readStoredHistory(context.dataFolder);
  const knownOf = createKnownDays(context, calendar, stored, tool);
  const filled = fillDays(parsed.uses, fills, knownOf, calendar);
  if (!isPreview) {
    const kept = fillDays(stored.get(tool) ?? [], fills, knownOf, calendar).uses;
    const all = joinUses(kept, filled.uses);
    if (await storeAll(context, stored, tool, all, calendar)) await context.rescan();
  }
  return toResult(tool, isPreview, { uses: filled.uses, skips: addCounts(parsed.skips, filled.skips) });
}

function toResult(tool: string, isPreview: boolean, { uses, skips }: HistoryImport): ImportResult {
  const sums = uses.filter(({ key }) => key === null).length;
  const summary = summarizeImport({ uses, skips });
  return { tool, failure: null, isPreview, ...summary, requests: summary.requests - sums, sums };
}

/** Days by agent, from the ledger and from what other tools gave; each is looked up once. */
function createKnownDays(
  context: HistoryContext,
  calendar: Calendar,
  stored: Stored,
  tool: string,
): (agent: string) => KnownDays {
  const others = [...stored].filter(([name]) => name !== tool).flatMap(([, uses]) => uses);
  const known = new Map<string, KnownDays>();
  return (agent) => {
    const found = known.get(agent) ?? {
      counted: listCountedDays(context, calendar, agent),
      imported: new Set(others.filter((use) => use.agent === agent).map(({ atMs }) => calendar.dayOf(atMs))),
    };
    known.set(agent, found);
    return found;
  };
}

function listCountedDays(context: HistoryContext, calendar: Calendar, agent: string): ReadonlySet<DayKey> {
  const query = { by: 'day', split: 'none', since: null, until: null, timeZone: null, source: agent } as const;
  const sums = toReportSums(query, calendar, context.preferences.book(), findExtent(context.ledger));
  return new Set(readUsage(context, {}, sums).map(({ firstAtMs }) => calendar.dayOf(firstAtMs)));
}

/** Returns whether anything changed. */
async function storeAll(
  { dataFolder, clock }: HistoryContext,
  stored: Stored,
  tool: string,
  uses: readonly HistoryUse[],
  calendar: Calendar,
): Promise<boolean> {
  const toDay = ({ agent, atMs }: HistoryUse): string => `${agent} ${calendar.dayOf(atMs)}`;
  const requested = new Set(uses.filter(({ key }) => key !== null).map(toDay));
  const next = new Map([...stored, [tool, uses] as const]);
  let hasChanged = false;
  for (const [name, own] of next) {
    const left = name === tool ? own : own.filter((use) => use.key !== null || !requested.has(toDay(use)));
    if (await replaceStoredHistory(dataFolder, name, left, clock.nowMs())) hasChanged = true;
  }
  return hasChanged;
}

function addCounts(...all: readonly Readonly<Record<string, number>>[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const [name, count] of all.flatMap((counts) => Object.entries(counts))) sums[name] = (sums[name] ?? 0) + count;
  return sums;
}
