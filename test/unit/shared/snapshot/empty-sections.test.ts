import { describe, expect, it } from 'vitest';
import { emptyUsage } from '../../../../shared/domain/token-usage.ts';
import { defaultSettings } from '../../../../shared/settings/defaults.ts';
import { scanNotStarted } from '../../../../shared/snapshot/app-snapshot.ts';
import { emptySections } from '../../../../shared/snapshot/empty-sections.ts';

describe('emptySections', () => {
  it('hold nothing, on the day that it is in the time zone', () => {
    const totals = { events: 0, unfinishedEvents: 0, usage: emptyUsage, costMicroUsd: 0, unpricedModels: [] };
    // A Friday in Kathmandu, still Thursday in UTC.
    const sections = emptySections('Asia/Kathmandu', Date.parse('2026-05-07T18:35:00Z'));
    expect(sections).toEqual({
      scan: scanNotStarted,
      sources: [],
      blocks: [],
      limits: { forecasts: [], windows: [] },
      usage: {
        timeZone: 'Asia/Kathmandu',
        calendar: { dayStartHour: 0, weekStartsOn: 1, clock: 'system' },
        currency: defaultSettings.currency,
        costMode: defaultSettings.costMode,
        today: { since: '2026-05-08', until: '2026-05-08', totals, bySource: [] },
        week: { since: '2026-05-04', until: '2026-05-08', totals, bySource: [] },
        forecasts: [],
        anomalies: [],
        limitChanges: { allowances: [], plans: [] },
      },
      burn: { minutes: [], coverageFromMs: null },
      sessions: [],
      processes: { agents: [], orphans: [], own: null },
      health: { problems: [] },
    });
  });
});
