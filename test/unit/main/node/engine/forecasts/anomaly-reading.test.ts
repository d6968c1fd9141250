import { expect, it } from 'vitest';
import { readAnomalies, type AnomalyContext } from '../../../../../../main/node/engine/forecasts/anomaly-reading.ts';
import { createCalendar } from '../../../../../../shared/domain/calendar-day.ts';
import { dayMs, hourMs } from '../../../../../../shared/domain/instant.ts';
import { makeCell } from '../../../../../support/make-cell.ts';

it('names the project behind an anomaly when its drive letter is spelled in two ways', () => {
  const nowMs = Date.parse('2026-05-01T20:00:00Z');
  const at = (daysAgo: number, hours = 0): string => new Date(nowMs - daysAgo * dayMs - hours * hourMs).toISOString();
  const usual = Array.from({ length: 20 }, (_, index) =>
    makeCell({
      at: at(index + 8),
      sessionId: `usual-${index}`,
      project: `C:\\work\\p${index}`,
      usage: { outputTokens: 100 },
    }),
  );
  const busy = [0, 1, 2, 3].map((hour) =>
    makeCell({
      ...{ at: at(1, hour), sessionId: `busy-${hour}`, model: `model-${hour}`, usage: { outputTokens: 5_000 } },
      project: `${hour % 2 === 0 ? 'c' : 'C'}:\\work\\shop`,
    }),
  );
  const context = {
    ledger: { store: () => ({ sums: () => [...usual, ...busy] }) },
    preferences: { calendar: () => createCalendar('UTC') },
  } as unknown as AnomalyContext;
  const day = readAnomalies(context, null, nowMs).find(({ kind }) => kind === 'day');
  expect(day).toMatchObject({ cause: 'project', causeName: 'C:\\work\\shop', causeShare: 1 });
});
