import type { Host } from '../../shared/contract/index.ts';
import { addDays, type Calendar } from '../../shared/domain/calendar-day.ts';
import type { ScanStatus } from '../../shared/snapshot/app-snapshot.ts';
import type { Report } from '../../shared/domain/report.ts';

/** The number of days from which a usual day is derived. */
const spanDays = 28;

/** The report of the last four weeks by day. */
export interface PastDays {
  /** Null until it has arrived. */
  readonly current: Report | null;
  /**
   * Asks for the four weeks before this moment's day, once; again when it, or how days begin, has changed. Not while logs are
   * being read for the first time, when most of the past is missing. Never rejects.
   */
  load(calendar: Calendar, nowMs: number, phase: ScanStatus['phase']): void;
}

/** Builds it; nothing is asked before `load`. */
export function createPastDays(host: Host): PastDays {
  let current = $state.raw<Report | null>(null);
  let asked: string | null = null;
  return {
    get current() {
      return current;
    },
    load(calendar, nowMs, phase) {
      if (phase === 'starting' || phase === 'scanning') return;
      const today = calendar.dayOf(nowMs);
      // The scan may have been paused before it was through.
      const key = JSON.stringify([today, calendar.id, phase === 'paused']);
      if (asked === key) return;
      asked = key;
      const span = { since: addDays(today, -spanDays), until: addDays(today, -1), timeZone: null } as const;
      host.call('report', { by: 'day', split: 'none', source: null, ...span }).then(
        (report) => (current = report),
        // Today is shown without it, and the next `load` asks again.
        () => (asked = null),
      );
    },
  };
}
