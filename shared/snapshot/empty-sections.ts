import { createCalendar, toWeekStart } from '../domain/calendar-day.ts';
import { noLimitChanges } from '../domain/limit-change.ts';
import type { UsageTotals } from '../domain/report.ts';
import { emptyUsage } from '../domain/token-usage.ts';
import { defaultSettings } from '../settings/defaults.ts';
import type { Settings } from '../settings/schema.ts';
import { scanNotStarted, type SnapshotSections } from './app-snapshot.ts';

const noUsage: UsageTotals = { events: 0, unfinishedEvents: 0, usage: emptyUsage, costMicroUsd: 0, unpricedModels: [] };

/** The sections before anything was read: everything is marked as unknown. */
export function emptySections(
  timeZone: string,
  nowMs: number,
  { currency, costMode }: Pick<Settings, 'currency' | 'costMode'> = defaultSettings,
): SnapshotSections {
  const today = createCalendar(timeZone).dayOf(nowMs);
  return {
    scan: scanNotStarted,
    sources: [],
    blocks: [],
    limits: { windows: [], forecasts: [] },
    usage: {
      timeZone,
      currency,
      costMode,
      today: { since: today, until: today, totals: noUsage, bySource: [] },
      week: { since: toWeekStart(today), until: today, totals: noUsage, bySource: [] },
      forecasts: [],
      anomalies: [],
      limitChanges: noLimitChanges,
    },
    burn: { minutes: [], coverageFromMs: null },
    sessions: [],
    processes: { agents: [], orphans: [], own: null },
    health: { problems: [] },
  };
}
