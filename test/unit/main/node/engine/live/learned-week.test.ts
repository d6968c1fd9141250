import { shippedPrices } from '../../../../../../shared/pricing/list-prices.ts';
import { describe, expect, it } from 'vitest';
import { createWorkWeek } from '../../../../../../main/node/engine/live/learned-week.ts';
import { createPreferences } from '../../../../../../main/node/engine/preferences.ts';
import { addDays } from '../../../../../../shared/domain/calendar-day.ts';
import { dayMs } from '../../../../../../shared/domain/instant.ts';
import { everyDay, toWorkWeek } from '../../../../../../shared/limits/work-week.ts';
import { defaultSettings } from '../../../../../../shared/settings/defaults.ts';
import { createMemoryLedger } from '../../../../../fakes/memory-ledger.ts';
import { eventBatchOf, eventOf } from '../../../../../support/ledger-samples.ts';

const monday = '2026-04-06';
const mondayMs = Date.parse(`${monday}T00:00:00Z`);

function start(weeks: number) {
  const store = createMemoryLedger();
  const events = Array.from({ length: weeks }, (_, week) =>
    [0, 1, 2].map((day) =>
      eventOf({ key: `claude-code:${week}-${day}`, atMs: mondayMs + (week * 7 + day) * dayMs + 3_600_000 }),
    ),
  ).flat();
  store.apply([eventBatchOf(...events)]);
  let nowMs = Date.parse(`${addDays(monday, 28)}T12:00:00Z`);
  const preferences = createPreferences({ ...defaultSettings, workDays: 'learned' }, 'UTC', shippedPrices);
  let reads = 0;
  const counted = { ...store, sums: (query: Parameters<typeof store.sums>[0]) => (reads++, store.sums(query)) };
  const week = createWorkWeek({ ledger: { store: () => counted }, preferences, clock: { nowMs: () => nowMs } });
  return { week, preferences, reads: () => reads, pass: (ms: number) => void (nowMs += ms) };
}

describe('the work week', () => {
  it('is the one in the settings, without a look into the ledger', () => {
    const { week, preferences, reads } = start(4);
    preferences.change({ ...defaultSettings, workDays: 5 });
    expect(week()).toEqual(toWorkWeek(5));
    expect(reads()).toBe(0);
  });

  it('is learned from the last weeks once a day', () => {
    const { week, reads, pass } = start(4);
    expect(week().map((share) => Math.round(share * 10))).toEqual([23, 23, 23, 1, 1, 1, 1]);
    week();
    expect(reads()).toBe(1);
    pass(dayMs);
    week();
    expect(reads()).toBe(2);
  });

  it('is even while there is too little to learn from', () => {
    expect(start(2).week()).toEqual(everyDay);
  });
});
