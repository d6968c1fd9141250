import { describe, expect, it } from 'vitest';
import { hourMs } from '../../../../../shared/domain/instant.ts';
import type { ReplayedForecast } from '../../../../../shared/forecast/backtest/replay.ts';
import { createTotalScores } from '../../../../../shared/forecast/backtest/totals.ts';
import type { Quantiles } from '../../../../../shared/forecast/forecast.ts';

interface Patch extends Partial<Omit<ReplayedForecast, 'forecast' | 'window'>> {
  readonly total?: number;
  readonly quantiles?: Quantiles;
  readonly interval?: readonly [number, number];
}

function replayed({ total = 100, quantiles = [100, 100, 100, 100, 100], interval = [90, 110], ...rest }: Patch = {}) {
  return {
    ...{ method: 'stub', kind: 'block' as const, nowMs: 0, elapsedShare: 0.5, historyDays: 0, used: 0, limit: null },
    window: { kind: 'block' as const, startMs: 0, endMs: 5 * hourMs, total },
    forecast: { quantiles, interval, exceeds: () => 0 },
    ...rest,
  };
}

function score(...patches: readonly Patch[]) {
  const scores = createTotalScores();
  for (const patch of patches) scores.add(replayed(patch));
  return scores.rows();
}

const point = (total: number): Quantiles => [total, total, total, total, total];

describe('scores of totals', () => {
  it('are only of the shares at which methods are compared', () => {
    expect(score({ elapsedShare: 0.3 })).toEqual([]);
    expect(score({ elapsedShare: 0.25 }, { elapsedShare: 0.75 })[0]?.elapsedShare).toBe(0.25);
  });

  it('are the median error, the loss over the total, and how often the interval held', () => {
    const [row] = score(
      { quantiles: point(80) },
      { quantiles: point(150), interval: [140, 160] },
      { quantiles: point(100), total: 200, interval: [150, 250] },
    );
    expect(row).toEqual({
      ...{ quantity: 'block-total', method: 'stub', elapsedShare: 0.5, historyDays: null, forecasts: 3 },
      // Off by 20, 50 and 50 %; a single number loses half its error, against 400 in all.
      ...{ medianApe: 0.5, pinball: 85 / 400, coverage80: 2 / 3 },
      ...{ falseAlarms: null, missed: null, brier: null, brierSkill: null, leadMinutes: null },
    });
  });

  it('forgive half a token at the ends of an interval, and no more', () => {
    const held = (total: number) => score({ total })[0]!.coverage80;
    expect([held(89.5), held(110.5), held(89.4), held(110.6)]).toEqual([1, 1, 0, 0]);
  });

  it('have no relative error where nothing was used', () => {
    expect(score({ total: 0, quantiles: point(5) })[0]).toMatchObject({ medianApe: null, pinball: null, forecasts: 1 });
    expect(score({ total: 0, quantiles: point(5) }, {})[0]).toMatchObject({ medianApe: 0, pinball: 2.5 / 100 });
  });

  it('are apart by kind, method and share, and by the age of the history', () => {
    const kinds = score({}, { kind: 'day' }, { method: 'other' }, { elapsedShare: 0.25 }).filter(
      ({ historyDays }) => historyDays === null,
    );
    expect(kinds.map(({ quantity, method, elapsedShare }) => [quantity, method, elapsedShare])).toEqual([
      ['block-total', 'stub', 0.5],
      ['day-total', 'stub', 0.5],
      ['block-total', 'other', 0.5],
      ['block-total', 'stub', 0.25],
    ]);
    const ages = score(...[0, 6, 7, 13, 14, 27, 28, 300].map((historyDays) => ({ historyDays })));
    expect(ages.map(({ historyDays, forecasts }) => [historyDays, forecasts])).toEqual([
      [null, 8],
      ...[0, 7, 14, 28].map((age) => [age, 2]),
    ]);
    expect(score({ historyDays: 9 }).map(({ historyDays }) => historyDays)).toEqual([null, 7]);
  });
});
