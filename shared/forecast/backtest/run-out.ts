import type { BacktestRow } from '../../domain/backtest.ts';
import { minuteMs } from '../../domain/instant.ts';
import { quantileOf } from '../quantile.ts';
import { comparedShares } from './shares.ts';
import type { ReplayedForecast } from './replay.ts';

/** From this probability on, a forecast is an alarm. */
const alarmFrom = 0.5;

interface Guess {
  readonly probability: number;
  readonly hasRunOut: boolean;
}

interface Watch {
  alarmMs: number | null;
  /** The first moment at which more than the limit was used; null: it lasted. */
  overMs: number | null;
  hasRunOut: boolean;
}

interface Group {
  readonly method: string;
  readonly guesses: Map<number, Guess[]>;
  /** By window. */
  readonly watches: Map<string, Watch>;
}

/**
 * Scores "will run out before the reset": would a block pass the 75th percentile of the person's own blocks before it?
 * Moments at which it had passed already are left out. The base rate is that of the same moments, known afterwards,
 * which is harder to beat than one that can be known before.
 */
export function createRunOutScores() {
  const groups = new Map<string, Group>();
  return {
    add(replayed: ReplayedForecast): void {
      if (replayed.kind !== 'block' || replayed.limit === null) return;
      const { method } = replayed;
      const group = groups.get(method) ?? { method, guesses: new Map(), watches: new Map() };
      groups.set(method, group);
      note(group, replayed, replayed.limit);
    },
    rows: (): readonly BacktestRow[] =>
      [...groups.values()].flatMap((group) => [
        toWatchRow(group),
        ...comparedShares.flatMap((share) => {
          const guesses = group.guesses.get(share) ?? [];
          return guesses.length === 0 ? [] : [toGuessRow(group.method, share, guesses)];
        }),
      ]),
  };
}

function note(
  group: Group,
  { window, nowMs, used, elapsedShare }: ReplayedForecast,
  limit: NonNullable<ReplayedForecast['limit']>,
): void {
  const key = `${window.startMs} ${window.total}`;
  const watch = group.watches.get(key) ?? { alarmMs: null, overMs: null, hasRunOut: window.total > limit.tokens };
  group.watches.set(key, watch);
  if (used > limit.tokens) {
    watch.overMs ??= nowMs;
    return;
  }
  const { probability } = limit;
  if (probability >= alarmFrom) watch.alarmMs ??= nowMs;
  if (!comparedShares.some((share) => share === elapsedShare)) return;
  const guesses = group.guesses.get(elapsedShare) ?? [];
  group.guesses.set(elapsedShare, guesses);
  guesses.push({ probability, hasRunOut: watch.hasRunOut });
}

const nothing = { historyDays: null, medianApe: null, pinball: null, coverage80: null } as const;

function toWatchRow({ method, watches }: Group): BacktestRow {
  const all = [...watches.values()];
  const leads = all.flatMap(({ alarmMs, overMs, hasRunOut }) =>
    hasRunOut && alarmMs !== null ? [((overMs ?? alarmMs) - alarmMs) / minuteMs] : [],
  );
  return {
    ...nothing,
    quantity: 'run-out',
    method,
    elapsedShare: null,
    forecasts: all.length,
    falseAlarms: all.filter(({ alarmMs, hasRunOut }) => alarmMs !== null && !hasRunOut).length,
    missed: all.filter(({ alarmMs, hasRunOut }) => alarmMs === null && hasRunOut).length,
    brier: null,
    brierSkill: null,
    leadMinutes: leads.length === 0 ? null : quantileOf(leads, 0.5),
  };
}

function toGuessRow(method: string, elapsedShare: number, guesses: readonly Guess[]): BacktestRow {
  const rate = guesses.filter(({ hasRunOut }) => hasRunOut).length / guesses.length;
  const brier = meanOf(guesses.map(({ probability, hasRunOut }) => (probability - (hasRunOut ? 1 : 0)) ** 2));
  const baseBrier = rate * (1 - rate);
  return {
    ...nothing,
    quantity: 'run-out',
    method,
    elapsedShare,
    forecasts: guesses.length,
    falseAlarms: guesses.filter(({ probability, hasRunOut }) => probability >= alarmFrom && !hasRunOut).length,
    missed: guesses.filter(({ probability, hasRunOut }) => probability < alarmFrom && hasRunOut).length,
    brier,
    brierSkill: baseBrier === 0 ? null : 1 - brier / baseBrier,
    leadMinutes: null,
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
