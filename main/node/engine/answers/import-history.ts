import { createCalendar } from '../../../../shared/domain/calendar-day.ts';
import type { ImportQuery, ImportResult } from '../../../../shared/domain/import-result.ts';
import { fillDays, joinUses, type KnownUsage } from '../../../../shared/imports/fill-days.ts';
import type { HistoryImporter, HistoryImport } from '../../../../shared/imports/history-import.ts';
import { createOverlap } from '../../../../shared/imports/sum-span.ts';
import { summarizeImport } from '../../../../shared/imports/summarize-import.ts';
import { findSuperseded } from '../../../../shared/imports/superseded-sums.ts';
import type { HistoryUse } from '../../../../shared/sources/lib/imported-uses/history-use.ts';
import { readStoredHistory, replaceStoredHistory } from '../../imports/stored-history.ts';
import type { UsageContext } from '../usage/read-usage.ts';

/** What importing history needs of the engine. */
export interface HistoryContext extends UsageContext {
  readonly dataFolder: string;
  readonly rescan: () => Promise<void>;
}

type Stored = ReadonlyMap<string, readonly HistoryUse[]>;

/**
 * Imports what a tool kept of the past, added to what was imported from it before: requests by their keys, sums only
 * for days that no other source covers. Requests replace the sums of other tools.
 */
export async function importHistory(
  context: HistoryContext,
  importer: HistoryImporter,
  { text, isPreview }: { readonly text: string; readonly isPreview: ImportQuery['isPreview'] },
): Promise<ImportResult> {
  const { tool, fills } = importer;
  // Other tools' dates are plain calendar days, without a shifted day start.
  const calendar = createCalendar(context.preferences.calendar().timeZone);
  const parsed = importer.parse(text, calendar);
  if (parsed === null) {
    return { tool, failure: 'other-format', isPreview, sums: 0, ...summarizeImport({ uses: [], skips: {} }) };
  }
  const stored = await readStoredHistory(context.dataFolder);
  const before = stored.get(tool) ?? [];
  const others = [...stored].filter(([name]) => name !== tool).flatMap(([, uses]) => uses);
  const known = createKnownUsage(context, others, [...before, ...parsed.uses]);
  const filled = fillDays(parsed.uses, fills, known);
  if (!isPreview) {
    const all = joinUses(fillDays(before, fills, known).uses, filled.uses);
    if (await storeAll(context, stored, tool, all)) await context.rescan();
  }
  return toResult(tool, isPreview, { uses: filled.uses, skips: addCounts(parsed.skips, filled.skips) });
}

function toResult(tool: string, isPreview: boolean, { uses, skips }: HistoryImport): ImportResult {
  const sums = uses.filter(({ key }) => key === null).length;
  const summary = summarizeImport({ uses, skips });
  return { tool, failure: null, isPreview, ...summary, requests: summary.requests - sums, sums };
}

/** What the ledger and other tools' imports know of these days. */
function createKnownUsage(
  { ledger, refreshRollups }: HistoryContext,
  others: readonly HistoryUse[],
  uses: readonly HistoryUse[],
): KnownUsage {
  refreshRollups();
  const counted = findSuperseded(ledger.store(), uses);
  const stats = new Map(
    ledger
      .store()
      .stats()
      .map(({ source, firstAtMs }) => [source, firstAtMs]),
  );
  return {
    isCounted: (use) => counted.has(use),
    isImported: createOverlap(others),
    firstCountedMs: (agent) => stats.get(agent) ?? null,
  };
}

/** Returns whether anything changed. */
async function storeAll(
  { dataFolder, clock }: HistoryContext,
  stored: Stored,
  tool: string,
  uses: readonly HistoryUse[],
): Promise<boolean> {
  const isRequested = createOverlap(uses.filter(({ key }) => key !== null));
  const next = new Map([...stored, [tool, uses] as const]);
  let hasChanged = false;
  for (const [name, own] of next) {
    const left = name === tool ? own : own.filter((use) => use.key !== null || !isRequested(use));
    if (await replaceStoredHistory(dataFolder, name, left, clock.nowMs())) hasChanged = true;
  }
  return hasChanged;
}

function addCounts(...all: readonly Readonly<Record<string, number>>[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const [name, count] of all.flatMap((counts) => Object.entries(counts))) sums[name] = (sums[name] ?? 0) + count;
  return sums;
}
