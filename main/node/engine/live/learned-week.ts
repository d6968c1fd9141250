import { toHourSums } from '../../../../shared/analytics/sum-queries.ts';
import { totalTokens } from '../../../../shared/domain/token-usage.ts';
import { addDays, type DayKey } from '../../../../shared/domain/calendar-day.ts';
import {
  everyDay,
  learnedWeeks,
  learnWorkWeek,
  toWorkWeek,
  type WorkWeek,
} from '../../../../shared/limits/work-week.ts';
import type { Clock } from '../../../../shared/ports/clock.ts';
import type { LedgerAccess } from '../ledger/ledger-access.ts';
import type { Preferences } from '../preferences.ts';

/** The work week that the settings name: one of some days, or the person's own, learned again every day. */
export function createWorkWeek(options: {
  readonly ledger: Pick<LedgerAccess, 'store'>;
  readonly preferences: Preferences;
  readonly clock: Clock;
}): () => WorkWeek {
  const { ledger, preferences, clock } = options;
  let learned: { readonly key: string; readonly week: WorkWeek } | null = null;

  const learn = (today: DayKey): WorkWeek => {
    const calendar = preferences.calendar();
    const firstAtMs = calendar.startOf(addDays(today, -7 * learnedWeeks));
    const toMs = calendar.startOf(today);
    const sums = toHourSums(null, preferences.book(), { firstAtMs, lastAtMs: toMs }, toMs);
    const used = new Map<DayKey, number>();
    for (const cell of ledger.store().sums({ ...sums, fromMs: firstAtMs })) {
      const day = calendar.dayOf(cell.firstAtMs);
      used.set(day, (used.get(day) ?? 0) + totalTokens(cell.usage));
    }
    return learnWorkWeek(used) ?? everyDay;
  };

  return () => {
    const { workDays } = preferences.settings();
    if (workDays !== 'learned') return toWorkWeek(workDays);
    const calendar = preferences.calendar();
    const today = calendar.dayOf(clock.nowMs());
    const key = `${today} ${calendar.id}`;
    if (learned?.key !== key) learned = { key, week: learn(today) };
    return learned.week;
  };
}
