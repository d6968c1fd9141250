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
  settings: Pick<Settings, 'currency' | 'costMode' | 'calendar'> = defaultSettings,
): SnapshotSections {
  const { currency, costMode, calendar } = settings;
  const today = createCalendar(timeZone, calendar).dayOf(nowMs);
  return {
    scan: scanNotStarted,
    sources: [],
    blocks: [],
    limits: { windows: [], forecasts: [] },
    usage: {
      timeZone,
      calendar,
      currency,
      costMode,
      today: { since: today, until: today, totals: noUsage, bySource: [] },
      week: { since: toWeekStart(today, calendar), until: today, totals: noUsage, bySource: [] },
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
