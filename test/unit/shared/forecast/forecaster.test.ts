import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../../../shared/domain/calendar-day.ts';
import { dayMs, hourMs, minuteMs } from '../../../../shared/domain/instant.ts';
import { createCalibration, type Calibration } from '../../../../shared/forecast/calibration.ts';
import type { WindowKind } from '../../../../shared/forecast/forecast.ts';
import { createForecaster, type Learned } from '../../../../shared/forecast/forecaster.ts';
import { forecastTotal } from '../../../../shared/forecast/methods/fuelgauge.ts';
import { listSpansBefore } from '../../../../shared/forecast/past-windows.ts';
import { createSlotSeries, slotMs } from '../../../../shared/forecast/slot-series.ts';
import { makeWindow } from '../../../fakes/cli-host.ts';

const calendar = createCalendar('UTC');
const monday = Date.UTC(2026, 0, 5);

/** Four weeks of work: every workday from 9 to 12, a million tokens each quarter of an hour. */
const slots = Array.from({ length: 28 }, (_, day) => day)
  .filter((day) => day % 7 < 5)
  .flatMap((day) =>
    Array.from({ length: 12 }, (_, index) => ({
      atMs: monday + day * dayMs + 9 * hourMs + index * slotMs,
      tokens: 1e6,
    })),
  );
const today = monday + 28 * dayMs;
const atTen = today + 10 * hourMs + 7 * minuteMs;
const morning = [0, 1, 2, 3].map((index) => ({ atMs: today + 9 * hourMs + index * slotMs, tokens: 1e6 }));
const all = createSlotSeries([...slots, ...morning]);
const forecaster = createForecaster({ sources: new Map([['codex', all]]), all, calendar }, atTen);
const block = { startMs: today + 9 * hourMs, endMs: today + 14 * hourMs };

describe('createForecaster', () => {
  it('expects of a block what the person usually does', () => {
    const forecast = forecaster.block('codex', block, null, atTen);
    expect(forecast).toMatchObject({ asOfMs: today + 10 * hourMs, usedTokens: 4e6, source: 'codex', runOut: null });
    // Eight more quarters until noon.
    expect(forecast?.tokens.p50).toBeGreaterThan(9e6);
    expect(forecast?.tokens.p50).toBeLessThan(13e6);
    expect(forecast?.interval.from).toBeLessThanOrEqual(12e6);
    expect(forecast?.interval.to).toBeGreaterThanOrEqual(12e6);
    expect(forecast?.nothingMore).toBeLessThan(0.3);
  });

  it('starts from what has been used by now, with the rest of the time for the rest', () => {
    const before = forecaster.block('codex', block, null, atTen)!;
    const after = forecaster.block('codex', block, null, atTen, 50e6)!;
    const share = (block.endMs - atTen) / (block.endMs - before.asOfMs);
    expect(after.usedTokens).toBe(50e6);
    expect(after.tokens.p50).toBeCloseTo(50e6 + (before.tokens.p50 - 4e6) * share, -1);
    expect(after.interval.from).toBeGreaterThanOrEqual(50e6);
    expect(after.interval.to).toBeGreaterThan(after.interval.from);
    expect(forecaster.block('codex', block, 49e6, atTen, 50e6)?.runOut?.probability).toBe(1);
    expect(forecaster.period('day', atTen, 3e6)?.usedTokens).toBe(7e6);
    expect(forecaster.period('day', block.endMs - 1, 0)?.usedTokens).toBe(4e6);
  });

  it('expects nothing more in the evening', () => {
    const evening = forecaster.period('day', today + 20 * hourMs);
    expect(evening?.tokens.p50).toBe(4e6);
    expect(evening?.nothingMore).toBeGreaterThan(0.7);
  });

  it('tells when a limit is reached, and that a far one is not', () => {
    const near = forecaster.block('codex', block, 8e6, atTen)?.runOut;
    expect(near?.probability).toBeGreaterThan(0.6);
    expect(near?.medianMs).toBeGreaterThan(today + 10.5 * hourMs);
    expect(near?.medianMs).toBeLessThan(today + 12.5 * hourMs);
    expect(near?.earlyMs).toBeLessThanOrEqual(near?.medianMs ?? 0);
    expect(near?.lateMs).toBeGreaterThanOrEqual(near?.medianMs ?? Infinity);
    expect(forecaster.block('codex', block, 100e6, atTen)?.runOut?.probability).toBeLessThan(0.05);
    expect(forecaster.block('codex', block, 3e6, atTen)?.runOut?.probability).toBe(1);
  });

  it('carries an official percentage on by the tokens behind it', () => {
    const window = makeWindow({
      source: 'codex',
      windowMinutes: 300,
      usedPercent: 20,
      resetsAtMs: block.endMs,
      observedAtMs: today + 10 * hourMs,
    });
    const limit = forecaster.limit(window, atTen);
    // 4M tokens are 20 %, so 12M would be 60 %.
    expect(limit?.usedPercent).toBeCloseTo(20);
    expect(limit?.percent.p50).toBeGreaterThan(45);
    expect(limit?.percent.p50).toBeLessThan(65);
    const { p10, p25, p50, p75, p90 } = limit!.percent;
    const { from, to } = limit!.interval;
    for (const values of [
      [p10, p25, p50, p75, p90],
      [limit!.usedPercent, from, p50, to],
    ]) {
      expect(values).toEqual([...values].sort((a, b) => a - b));
    }
    // Five times as much as now was never used in a block.
    expect(p90).toBeLessThan(100);
    expect(forecaster.limit({ ...window, usedPercent: 45 }, atTen)?.runOut?.probability).toBeGreaterThan(0.5);
    const [used, span] = [[{ usedPercent: null }, { usedPercent: 0 }, { usedPercent: 100 }], [{ resetsAtMs: null }]];
    for (const unknown of [...used, ...span, { windowMinutes: null }, { label: 'Opus' }]) {
      expect(forecaster.limit({ ...window, ...unknown }, atTen)).toBeNull();
    }
  });

  it('starts a limit now, from what has been used since the last full quarter of an hour', () => {
    const window = makeWindow({
      source: 'codex',
      windowMinutes: 300,
      usedPercent: 20,
      resetsAtMs: block.endMs,
      observedAtMs: today + 10 * hourMs,
    });
    const limit = forecaster.limit(window, atTen, 2e6)!;
    expect(limit.asOfMs).toBe(atTen);
    expect(limit.usedPercent).toBeCloseTo(30);
    expect(limit.interval.from).toBeGreaterThanOrEqual(limit.usedPercent);
    // A reading of now is believed as it is.
    expect(forecaster.limit({ ...window, observedAtMs: atTen }, atTen, 2e6)?.usedPercent).toBeCloseTo(20);
    // Nor does it grow by what led to it once its quarter of an hour is over.
    const early = forecaster.limit({ ...window, observedAtMs: today + 9.5 * hourMs + 60_000 }, atTen)!;
    const late = forecaster.limit({ ...window, observedAtMs: today + 9.75 * hourMs }, atTen)!;
    expect(early.usedPercent).toBeCloseTo(late.usedPercent);
    // It would be used up by what was used since, and is not: that was not of this limit.
    expect(forecaster.limit({ ...window, usedPercent: 99 }, atTen, 4e6)).toBeNull();
    expect(forecaster.limit(window, block.endMs)).toBeNull();
  });

  it('does not say whether a limit runs out whose reading is stale, only where it is heading', () => {
    const observedAtMs = today + 9.5 * hourMs;
    const window = makeWindow({
      ...{ source: 'codex', windowMinutes: 300, usedPercent: 45, resetsAtMs: block.endMs, observedAtMs },
      trustedUntilMs: atTen,
    });
    const trusted = forecaster.limit(window, atTen)!;
    expect(trusted.runOut?.probability).toBeGreaterThan(0.5);
    const stale = forecaster.limit({ ...window, trustedUntilMs: atTen - 1 }, atTen);
    expect(stale).toEqual({ ...trusted, observedAtMs, runOut: null });
  });

  it('says nothing of a limit of a week in a person’s first days: what was used goes on at its pace', () => {
    const [first] = slots;
    const days = createSlotSeries(slots.filter(({ atMs }) => atMs < (first?.atMs ?? 0) + 1.5 * dayMs));
    const nowMs = (first?.atMs ?? 0) + dayMs + 4 * hourMs;
    const young = createForecaster({ sources: new Map([['codex', days]]), all: days, calendar }, nowMs);
    const window = makeWindow({
      ...{ source: 'codex', usedPercent: 97, windowMinutes: 7 * 24 * 60 },
      ...{ resetsAtMs: nowMs + 3 * dayMs, observedAtMs: nowMs },
    });
    expect(young.limit(window, nowMs)).toBeNull();
  });

  it('says that nothing more comes where it believes nothing more, and the same in its quantiles', () => {
    const first12 = createSlotSeries(slots.slice(0, 12));
    const atMs = monday + dayMs + 8 * hourMs;
    const young = createForecaster({ sources: new Map(), all: first12, calendar }, atMs);
    const first = young.period('day', atMs)!;
    expect(first.tokens.p90).toBe(first.usedTokens);
    expect(first.nothingMore).toBe(1);
  });

  it('expects of a day what came in days like it', () => {
    const saturday = monday + 33 * dayMs + 8 * hourMs;
    const workdays = createSlotSeries([
      ...slots,
      ...[28, 29, 30, 31, 32].flatMap((day) =>
        [0, 1, 2, 3].map((index) => ({ atMs: monday + day * dayMs + 9 * hourMs + index * slotMs, tokens: 1e6 })),
      ),
    ]);
    const week = createForecaster({ sources: new Map(), all: workdays, calendar }, saturday);
    const friday = createForecaster({ sources: new Map(), all: workdays, calendar }, saturday - dayMs);
    const [free, busy] = [week.period('day', saturday)!, friday.period('day', saturday - dayMs)!];
    expect(free.nothingMore).toBeGreaterThan(busy.nothingMore + 0.2);
    expect(friday.period('week', saturday - dayMs)?.usedTokens).toBe(16e6);
  });

  it('says nothing of a source without usage', () => {
    expect(forecaster.block('claude-code', block, null, atTen)).toBeNull();
    const empty = createForecaster({ sources: new Map(), all: createSlotSeries([]), calendar }, atTen);
    expect(empty.period('day', atTen)).toBeNull();
  });

  it('makes a forecast of a block from its first moment on, and none before', () => {
    const span = { startMs: today + 10 * hourMs, endMs: today + 15 * hourMs };
    expect(forecaster.block('codex', span, null, span.startMs)?.usedTokens).toBe(0);
    expect(forecaster.block('codex', span, null, span.startMs - 1)).toBeNull();
  });
});

describe('what a forecaster has learned', () => {
  const empty = createSlotSeries([]);
  const learned: Learned = new Map();
  const sources = new Map([
    ['codex', all],
    ['claude-code', empty],
  ]);
  const learning = createForecaster({ sources, all, calendar }, atTen, learned);
  const limitOf = (windowMinutes: number) =>
    learning.limit(
      makeWindow({
        source: 'codex',
        usedPercent: 20,
        windowMinutes,
        resetsAtMs: today + 12 * hourMs,
        observedAtMs: atTen,
      }),
      today + 10 * hourMs,
    );
  const fresh = createCalibration();
  const has = (kind: WindowKind, source: string) => {
    const calibration = learned.get(`${kind} ${source}`);
    return calibration && [0.25, 0.5, 0.75].map((share) => !isDeepStrictEqual(...findBoth(calibration, kind, share)));
  };
  const findBoth = (calibration: Calibration, kind: WindowKind, share: number) =>
    [calibration, fresh].map((each) => each.find(kind, share, 28, 0)) as [unknown, unknown];

  it('comes from the past windows of the same kind and source, a quarter, half and three quarters through', () => {
    learning.block('codex', block, null, atTen);
    learning.block('claude-code', block, null, atTen);
    learning.period('day', atTen);
    expect(has('block', 'codex')).toEqual([true, true, true]);
    // Without usage there is nothing to learn from.
    expect(has('block', 'claude-code')).toEqual([false, false, false]);
    expect(has('day', '')).toEqual([true, true, true]);
    expect(has('week', '')).toBeUndefined();
    learning.period('week', atTen);
    expect(has('week', '')).toContain(true);
  });

  it('takes a limit of less than a day for a block, and of a day or more for a longer time', () => {
    expect(limitOf(24 * 60 - 1)).not.toBeNull();
    expect(has('week', 'codex')).toBeUndefined();
    expect(limitOf(24 * 60)).not.toBeNull();
    expect(has('week', 'codex')).toContain(true);
  });

  it('is used by the next forecaster, which does not learn again', () => {
    const kept = new Map(learned);
    createForecaster({ sources, all, calendar }, atTen, learned).block('codex', block, null, atTen);
    for (const [key, calibration] of kept) expect(learned.get(key)).toBe(calibration);
    const doubtful: Learned = new Map([['day ', { ...fresh, find: () => ({ trust: 0, level: 0.8 }) }]]);
    const doubting = createForecaster({ sources, all, calendar }, atTen, doubtful);
    expect(doubting.period('day', atTen)?.nothingMore).toBe(1);
  });

  it('holds a longer limit against the times right before it, not against weeks of the calendar', () => {
    // Since a Monday morning: one such time before this one was seen, and no week of the calendar.
    const recent = createSlotSeries([...slots.filter(({ atMs }) => atMs >= today - 14 * dayMs), ...morning]);
    const own: Learned = new Map();
    const made = createForecaster({ sources: new Map([['codex', recent]]), all: recent, calendar }, atTen, own);
    const endMs = today + 12 * hourMs;
    const nowMs = today - 5 * dayMs + 10 * hourMs;
    const window = makeWindow({
      ...{ source: 'codex', usedPercent: 20, windowMinutes: 7 * 24 * 60 },
      ...{ resetsAtMs: endMs, observedAtMs: nowMs },
    });
    const limit = made.limit(window, nowMs)!;
    const span = { kind: 'week', startMs: endMs - 7 * dayMs, endMs } as const;
    const series = recent.until(nowMs);
    const input = { window: span, nowMs, series, past: listSpansBefore(span, series), calendar };
    const toPercent = (past: typeof input.past) => {
      const { quantiles, used } = forecastTotal({ ...input, past }, own.get('week codex')!)!;
      return quantiles.map((tokens) => (20 * tokens) / used);
    };
    const { p10, p25, p50, p75, p90 } = limit.percent;
    expect([p10, p25, p50, p75, p90]).toEqual(toPercent(input.past).map((percent) => expect.closeTo(percent)));
    expect(input.past).toHaveLength(1);
    expect(toPercent([])).not.toEqual(toPercent(input.past));
  });
});
