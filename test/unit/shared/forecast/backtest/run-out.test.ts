import { describe, expect, it } from 'vitest';
import { hourMs, minuteMs } from '../../../../../shared/domain/instant.ts';
import type { ReplayedForecast } from '../../../../../shared/forecast/backtest/replay.ts';
import { createRunOutScores } from '../../../../../shared/forecast/backtest/run-out.ts';
import { toPointForecast } from '../../../../../shared/forecast/forecast.ts';

interface Moment extends Partial<Pick<ReplayedForecast, 'kind' | 'method' | 'used' | 'elapsedShare' | 'limit'>> {
  /** The number of the block, what it came to, and minutes since its start. */
  readonly block?: number;
  readonly total?: number;
  readonly minute?: number;
  readonly probability?: number;
}

/** The limit is 100 tokens. */
function score(...moments: readonly Moment[]) {
  const scores = createRunOutScores();
  for (const { block = 0, total = 50, minute = 150, probability = 0, ...rest } of moments) {
    const startMs = block * 5 * hourMs;
    scores.add({
      ...{ method: 'stub', kind: 'block', historyDays: 0, used: 0, elapsedShare: minute / 300 },
      ...{ nowMs: startMs + minute * minuteMs, limit: { tokens: 100, probability } },
      window: { kind: 'block', startMs, endMs: startMs + 5 * hourMs, total },
      forecast: toPointForecast(0),
      ...rest,
    });
  }
  return scores.rows();
}
const watch = (...moments: readonly Moment[]) => score(...moments).find(({ elapsedShare }) => elapsedShare === null);
const guess = (...moments: readonly Moment[]) => score(...moments).find(({ elapsedShare }) => elapsedShare === 0.5);

describe('scores of "will run out"', () => {
  it('are of blocks with a limit alone', () => {
    expect(score({ kind: 'day' }, { limit: null })).toEqual([]);
    expect(score({}, { method: 'other' }).map(({ method, elapsedShare }) => [method, elapsedShare])).toEqual([
      ['stub', null],
      ['stub', 0.5],
      ['other', null],
      ['other', 0.5],
    ]);
  });

  it('count each block once: an alarm for nothing, and one that ran out without', () => {
    const row = watch(
      { block: 0, probability: 0.5 },
      { block: 0, probability: 0.9, minute: 200 },
      { block: 1, total: 101, probability: 0.49 },
      { block: 2, total: 101, probability: 0.8 },
      // A total that is just the limit has not passed it.
      { block: 3, total: 100, probability: 0.1 },
    );
    expect(row).toMatchObject({ quantity: 'run-out', forecasts: 4, falseAlarms: 1, missed: 1, brier: null });
    expect(row).toMatchObject({
      brierSkill: null,
      medianApe: null,
      pinball: null,
      coverage80: null,
      historyDays: null,
    });
  });

  it('measure from the first alarm to the first moment beyond the limit, in the median of the blocks', () => {
    const ranOut = { total: 200, probability: 1 };
    const row = watch(
      { ...ranOut, minute: 60 },
      { ...ranOut, minute: 75 },
      { ...ranOut, minute: 90, used: 101 },
      { ...ranOut, minute: 105, used: 150 },
      { ...ranOut, block: 1, minute: 60 },
      { ...ranOut, block: 1, minute: 150, used: 200 },
      // No alarm, or one for nothing: no lead.
      { block: 2, total: 200, minute: 60 },
      { block: 3, probability: 1 },
    );
    expect(row?.leadMinutes).toBe(60);
    expect(watch({ block: 2, total: 200 })?.leadMinutes).toBeNull();
    // Within the last quarter of an hour nothing is forecast: the lead is not known to be more than none.
    expect(watch({ ...ranOut, minute: 285 })?.leadMinutes).toBe(0);
  });

  it('leave out moments beyond the limit: that is no forecast any more', () => {
    const late = { total: 200, used: 101, probability: 1 };
    expect(guess(late)).toBeUndefined();
    expect(watch(late)).toMatchObject({ forecasts: 1, missed: 1, leadMinutes: null });
    expect(guess({ ...late, used: 100 })?.forecasts).toBe(1);
  });

  it('square what a probability is off by, and compare that with the base rate', () => {
    const moments = [
      { block: 0, total: 101, probability: 0.9 },
      { block: 1, total: 50, probability: 0.2 },
      { block: 2, total: 50, probability: 0.6 },
      { block: 3, total: 50, probability: 0.5, minute: 151 },
      { block: 4, total: 101, probability: 0.4 },
    ];
    const row = guess(...moments);
    const brier = (0.1 ** 2 + 0.2 ** 2 + 0.6 ** 2 + 0.6 ** 2) / 4;
    expect(row).toMatchObject({ forecasts: 4, falseAlarms: 1, missed: 1, leadMinutes: null, method: 'stub' });
    expect(row?.brier).toBeCloseTo(brier, 12);
    // Two of four ran out.
    expect(row?.brierSkill).toBeCloseTo(1 - brier / 0.25, 12);
    expect(guess({ probability: 0.3 })).toMatchObject({ brierSkill: null, falseAlarms: 0, missed: 0 });
    expect(guess({ probability: 0.5 })).toMatchObject({ falseAlarms: 1 });
    expect(guess({ probability: 0.5, total: 200 })).toMatchObject({ missed: 0 });
  });
});
