import type { BacktestRow } from '../../domain/backtest.ts';
import { pinballLoss } from '../pinball.ts';
import { quantileOf } from '../quantile.ts';
import { comparedShares, historyAges } from './shares.ts';
import type { ReplayedForecast } from './replay.ts';

interface Score {
  readonly historyDays: number;
  readonly loss: number;
  readonly total: number;
  readonly isHeld: boolean;
  readonly ape: number | null;
}

/** Scores forecasts of totals by kind of window, method, share and age of the history. */
export function createTotalScores() {
  const groups = new Map<string, { readonly of: ReplayedForecast; readonly scores: Score[] }>();
  return {
    add(replayed: ReplayedForecast): void {
      if (!comparedShares.some((share) => share === replayed.elapsedShare)) return;
      const key = `${replayed.kind} ${replayed.elapsedShare} ${replayed.method}`;
      const group = groups.get(key) ?? { of: replayed, scores: [] };
      groups.set(key, group);
      group.scores.push(toScore(replayed));
    },
    rows: (): readonly BacktestRow[] =>
      [...groups.values()].flatMap(({ of, scores }) => [
        toRow(of, null, scores),
        ...historyAges.flatMap((age, index) => {
          const next = historyAges[index + 1] ?? Infinity;
          const aged = scores.filter(({ historyDays }) => historyDays >= age && historyDays < next);
          return aged.length === 0 ? [] : [toRow(of, age, aged)];
        }),
      ]),
  };
}

/** Sums of floating-point tokens may differ in the last digit. */
const rounding = 0.5;

function toScore({ forecast, window, historyDays }: ReplayedForecast): Score {
  const { quantiles, interval } = forecast;
  const { total } = window;
  return {
    historyDays,
    total,
    loss: pinballLoss(quantiles, total),
    isHeld: total >= interval[0] - rounding && total <= interval[1] + rounding,
    ape: total > 0 ? Math.abs(quantiles[2] - total) / total : null,
  };
}

function toRow(
  { kind, method, elapsedShare }: ReplayedForecast,
  historyDays: number | null,
  scores: readonly Score[],
): BacktestRow {
  const apes = scores.map(({ ape }) => ape).filter((ape) => ape !== null);
  const total = scores.reduce((sum, score) => sum + score.total, 0);
  const loss = scores.reduce((sum, score) => sum + score.loss, 0);
  return {
    quantity: `${kind}-total`,
    method,
    elapsedShare,
    historyDays,
    forecasts: scores.length,
    medianApe: apes.length === 0 ? null : quantileOf(apes, 0.5),
    pinball: total === 0 ? null : loss / total,
    coverage80: scores.filter(({ isHeld }) => isHeld).length / scores.length,
    falseAlarms: null,
    missed: null,
    brier: null,
    brierSkill: null,
    leadMinutes: null,
  };
}
