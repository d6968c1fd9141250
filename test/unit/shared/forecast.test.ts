import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../../shared/domain/calendar-day.ts';
import { dayMs, hourMs, minuteMs } from '../../../shared/domain/instant.ts';
import { createForecaster } from '../../../shared/forecast/forecaster.ts';
import { createSlotSeries, slotMs } from '../../../shared/forecast/slot-series.ts';
import { makeWindow } from '../../fakes/cli-host.ts';

/** Days on which clocks change, in zones that do so by an hour or half of one, and in one that does not. */
const changes = [
  ['Europe/Berlin', '2026-03-29', 23],
  ['America/New_York', '2026-11-01', 25],
  ['Australia/Lord_Howe', '2026-04-05', 24.5],
  ['Asia/Kathmandu', '2026-03-29', 24],
] as const;
const usage = fc.array(
  fc.record({ slot: fc.integer({ min: 0, max: 30 * 96 }), tokens: fc.integer({ min: 1, max: 1e7 }) }),
  {
    minLength: 1,
    maxLength: 200,
  },
);

describe.each(changes)('forecasts of a day with another length: %s', (zone, day, hours) => {
  const calendar = createCalendar(zone);
  const startMs = calendar.startOf(day);

  it('hold for the whole of it, in order, and agree with themselves, whatever came before', () => {
    fc.assert(
      fc.property(
        usage,
        fc.integer({ min: 0, max: Math.floor(hours * 60) - 1 }),
        fc.nat(1e6),
        (slots, minute, since) => {
          const firstMs = startMs - 30 * dayMs;
          const all = createSlotSeries(slots.map(({ slot, tokens }) => ({ atMs: firstMs + slot * slotMs, tokens })));
          const nowMs = startMs + minute * minuteMs;
          const forecaster = createForecaster({ sources: new Map([['codex', all]]), all, calendar }, nowMs);
          for (const kind of ['day', 'week'] as const) {
            const forecast = forecaster.period(kind, nowMs, since);
            if (forecast === null) continue;
            if (kind === 'day') expect(forecast.endMs - forecast.startMs).toBe(hours * hourMs);
            const { p10, p25, p50, p75, p90 } = forecast.tokens;
            const levels = [forecast.usedTokens, p10, p25, p50, p75, p90];
            expect(levels).toEqual([...levels].sort((a, b) => a - b));
            expect(forecast.nothingMore).toBeGreaterThanOrEqual(0);
            if (forecast.nothingMore === 1) expect(p90).toBe(forecast.usedTokens);
          }
        },
      ),
      { numRuns: 20, seed: 11 },
    );
  });

  it('of a limit hold when its reset moves, another account is read, or the clock jumps', () => {
    fc.assert(
      fc.property(
        usage,
        fc.array(
          fc.record({
            jump: fc.integer({ min: -600, max: 600 }),
            reset: fc.integer({ min: -60, max: 20_000 }),
            used: fc.double({ min: 0, max: 100, noNaN: true }),
            account: fc.constantFrom('ada', 'ben', null),
          }),
          { minLength: 1, maxLength: 6 },
        ),
        (slots, steps) => {
          const all = createSlotSeries(
            slots.map(({ slot, tokens }) => ({ atMs: startMs - 30 * dayMs + slot * slotMs, tokens })),
          );
          const forecaster = createForecaster({ sources: new Map([['codex', all]]), all, calendar }, startMs);
          let nowMs = startMs;
          for (const { jump, reset, used, account } of steps) {
            nowMs += jump * minuteMs;
            const window = makeWindow({
              ...{ source: 'codex', windowMinutes: reset > 300 ? 10_080 : 300, usedPercent: used },
              ...{ resetsAtMs: nowMs + reset * minuteMs, observedAtMs: nowMs, trustedUntilMs: nowMs },
            });
            const id = { ...window.id, account };
            const forecast = forecaster.limit({ ...window, id }, nowMs);
            if (forecast === null) continue;
            expect(forecast.id.account).toBe(account);
            expect(forecast.usedPercent).toBeCloseTo(used, 3);
            const { probability, earlyMs, medianMs, lateMs } = forecast.runOut!;
            expect(probability).toBeGreaterThanOrEqual(0);
            expect(probability).toBeLessThanOrEqual(1);
            for (const atMs of [earlyMs, medianMs, lateMs]) {
              if (atMs !== null) expect(atMs).toBeGreaterThanOrEqual(nowMs);
              if (atMs !== null) expect(atMs).toBeLessThanOrEqual(forecast.endMs + slotMs);
            }
          }
        },
      ),
      { numRuns: 30, seed: 12 },
    );
  });
});
