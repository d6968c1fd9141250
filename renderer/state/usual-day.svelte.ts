import type { Host } from '../../shared/contract/index.ts';
import { addDays, type DayKey } from '../../shared/domain/calendar-day.ts';
import type { Report } from '../../shared/domain/report.ts';

/** The number of days from which a usual day is derived. */
const spanDays = 28;

/** The report of the last four weeks by day. */
export interface PastDays {
  /** Null until it has arrived. */
  readonly current: Report | null;
  /** Asks for the four weeks before this day, once; again when the day has changed. Never rejects. */
  load(today: DayKey): void;
}

/** Builds it; nothing is asked before `load`. */
export function createPastDays(host: Host): PastDays {
  let current = $state.raw<Report | null>(null);
  let asked: DayKey | null = null;
  return {
    get current() {
      return current;
    },
    load(today) {
      if (asked === today) return;
      asked = today;
      const span = { since: addDays(today, -spanDays), until: addDays(today, -1), timeZone: null } as const;
      host.call('report', { by: 'day', split: 'none', source: null, ...span }).then(
        (report) => (current = report),
        // Today is shown without it, and the next `load` asks again.
        () => (asked = null),
      );
    },
  };
}
