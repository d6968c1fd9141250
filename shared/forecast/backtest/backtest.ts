import type { BacktestRow } from '../../domain/backtest.ts';
import { baselines } from '../methods/all-methods.ts';
import { createFuelgaugeMethod } from '../methods/fuelgauge.ts';
import { shippedPrior, type Prior } from '../prior.ts';
import { createRunOutScores } from './run-out.ts';
import { replay, type BacktestHistory, type MethodFactory } from './replay.ts';
import { createTotalScores } from './totals.ts';

/**
 * Replays histories (of one person; several are judged together) with all methods. `prior`: what our method knows about
 * other people.
 */
export function backtest(histories: readonly BacktestHistory[], prior: Prior = shippedPrior): readonly BacktestRow[] {
  const steps = backtestInSteps(histories, prior);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same, one forecast per step: a year takes many seconds, during which the caller may have other work. */
export function* backtestInSteps(
  histories: readonly BacktestHistory[],
  prior: Prior = shippedPrior,
): Generator<undefined, readonly BacktestRow[]> {
  const methods: readonly MethodFactory[] = [
    ...baselines.map((method) => () => method),
    () => createFuelgaugeMethod(prior),
  ];
  const totals = createTotalScores();
  const runOuts = createRunOutScores();
  for (const history of histories) {
    for (const forecast of replay(history, methods)) {
      totals.add(forecast);
      runOuts.add(forecast);
      yield;
    }
  }
  return [...totals.rows(), ...runOuts.rows()];
}
