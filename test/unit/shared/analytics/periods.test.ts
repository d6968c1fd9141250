import { describe, expect, it } from 'vitest';
import { summarizePeriods } from '../../../../shared/analytics/periods.ts';
import { createRollingUsage } from '../../../../shared/analytics/rolling-usage.ts';
import { createCalendar } from '../../../../shared/domain/calendar-day.ts';
import { listPrices } from '../../../support/list-prices.ts';
import type { PeriodUsage } from '../../../../shared/domain/report.ts';
import { makeCell } from '../../../support/make-cell.ts';

/** A Friday, 00:20 in Kathmandu, still Thursday in UTC. */
const nowMs = Date.parse('2026-05-07T18:35:00Z');

const cells = [
  makeCell({ at: '2026-05-03T18:14:59Z', usage: { outputTokens: 1 } }),
  makeCell({ at: '2026-05-03T18:15:00Z', usage: { outputTokens: 10 } }),
  makeCell({ at: '2026-05-07T18:14:59Z', usage: { outputTokens: 100 } }),
  makeCell({ at: '2026-05-07T18:15:00Z', usage: { outputTokens: 1_000 } }),
  makeCell({ at: '2026-05-07T18:30:00Z', source: 'aider', usage: { outputTokens: 10_000 } }),
  makeCell({ at: '2026-05-08T18:15:00Z', usage: { outputTokens: 100_000 } }),
];

function periods(timeZone: string): { readonly today: PeriodUsage; readonly week: PeriodUsage } {
  return summarizePeriods(createRollingUsage(listPrices, cells).timelines(), createCalendar(timeZone), nowMs);
}

describe('summarizePeriods', () => {
  it('covers today and the week since Monday, in the time zone of the calendar', () => {
    const { today, week } = periods('Asia/Kathmandu');
    expect(today).toMatchObject({ since: '2026-05-08', until: '2026-05-08', totals: { events: 2 } });
    expect(today.totals.usage.outputTokens).toBe(11_000);
    expect(week).toMatchObject({ since: '2026-05-04', until: '2026-05-08', totals: { events: 4 } });
    expect(week.totals.usage.outputTokens).toBe(11_110);
  });

  it('separates the sources, in order', () => {
    expect(periods('Asia/Kathmandu').today.bySource.map((each) => [each.source, each.usage.outputTokens])).toEqual([
      ['aider', 10_000],
      ['claude-code', 1_000],
    ]);
  });

  it('lists a source only where it was used', () => {
    const old = makeCell({ at: '2026-05-05T12:00:00Z', source: 'codex' });
    const { today, week } = summarizePeriods(
      createRollingUsage(listPrices, [old, ...cells]).timelines(),
      createCalendar('Asia/Kathmandu'),
      nowMs,
    );
    expect(today.bySource.map(({ source }) => source)).toEqual(['aider', 'claude-code']);
    expect(week.bySource.map(({ source }) => source)).toEqual(['aider', 'claude-code', 'codex']);
  });

  it('has a different day in another time zone', () => {
    expect(periods('UTC').today).toMatchObject({ since: '2026-05-07', totals: { events: 3 } });
  });
});
