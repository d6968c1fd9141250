import { expect, it } from 'vitest';
import { createRangeAnswers } from '../../../../../../main/node/engine/answers/range-answers.ts';
import type { UsageContext } from '../../../../../../main/node/engine/usage/read-usage.ts';
import { createCalendar } from '../../../../../../shared/domain/calendar-day.ts';
import type { SumQuery } from '../../../../../../shared/ports/event-store.ts';
import { listPrices } from '../../../../../support/list-prices.ts';
import { makeCell } from '../../../../../support/make-cell.ts';

it('compares today with yesterday up to the same time, and a day that has ended with the whole day before', () => {
  const nowMs = Date.parse('2026-05-14T09:00:00Z');
  const cells = ['05-12T10:00', '05-13T08:00', '05-13T20:00', '05-14T08:00'].map((at) =>
    makeCell({ at: `2026-${at}:00Z`, usage: { outputTokens: 100 } }),
  );
  const isIn = (atMs: number, { fromMs = -Infinity, toMs = Infinity }: Pick<SumQuery, 'fromMs' | 'toMs'>): boolean =>
    atMs >= fromMs && atMs < toMs;
  const store = {
    stats: () => [
      { source: 'claude-code', events: 4, firstAtMs: cells[0]!.firstAtMs, lastAtMs: cells.at(-1)!.lastAtMs },
    ],
    sums: (query: SumQuery) => cells.filter(({ firstAtMs }) => isIn(firstAtMs, query)),
    limitReadings: () => [],
  };
  const context = {
    ledger: { store: () => store },
    clock: { nowMs: () => nowMs },
    preferences: {
      calendarOf: () => createCalendar('UTC'),
      book: () => listPrices,
      projects: () => ({ hasRules: false, nameOf: (folder: string) => folder }),
    },
    refreshRollups: () => undefined,
  } as unknown as UsageContext;
  const { overview } = createRangeAnswers(context);
  const ask = (day: string) => {
    const { figures, before, beforeUntilMs } = overview({ since: day, until: day, timeZone: null, source: null });
    const tokens = [figures, before].map((each) => each?.totals.usage.outputTokens);
    return [...tokens, beforeUntilMs === null ? null : new Date(beforeUntilMs).toISOString()];
  };
  expect(ask('2026-05-14')).toEqual([100, 100, '2026-05-13T09:00:00.000Z']);
  expect(ask('2026-05-13')).toEqual([200, 100, null]);
});
