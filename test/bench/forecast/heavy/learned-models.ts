import { RandomForestRegression } from 'ml-random-forest';
import { quantileLevels, usedSoFar, type ForecastMethod } from '../../../../shared/forecast/forecast.ts';
import { quantileOf } from '../../../../shared/forecast/quantile.ts';
import { createRandom } from '../../corpus/random.ts';
import { toForecast } from './hourly.ts';
import { trainLstm } from './lstm.ts';
import { toMoment, type Moment } from './moments.ts';

/** A moment of the past, and the logarithm of what came after it, in usual slots. */
export interface Example extends Moment {
  readonly target: number;
}

const trees = 60;
const epochs = 4;

/** A forest of regressions, and the quantiles of its errors on examples that it has not seen. */
export function trainForest(examples: readonly Example[]): ForecastMethod {
  const isHeldOut = (index: number): boolean => index % 4 === 3;
  const seen = examples.filter((_, index) => !isHeldOut(index));
  const forest = new RandomForestRegression({ nEstimators: trees, maxFeatures: 0.6, replacement: true, seed: 42 });
  forest.train(
    seen.map(({ features }) => [...features]),
    seen.map(({ target }) => target),
  );
  const predict = (moments: readonly Moment[]): readonly number[] =>
    forest.predict(moments.map(({ features }) => [...features]));
  const held = examples.filter((_, index) => isHeldOut(index));
  const expected = predict(held);
  const errors = held.map(({ target }, index) => ({
    at: expected[index] ?? 0,
    error: target - (expected[index] ?? 0),
  }));
  return define('random-forest', (moment) => {
    const [mean = 0] = predict([moment]);
    // The errors of predictions like this one.
    const near = [...errors].sort((a, b) => Math.abs(a.at - mean) - Math.abs(b.at - mean)).slice(0, 100);
    const like = near.map(({ error }) => error);
    return quantileLevels.map((level) => mean + quantileOf(like, level));
  });
}

/** The small network. */
export function trainNetwork(examples: readonly Example[]): ForecastMethod {
  const network = trainLstm(
    examples,
    examples.map(({ target }) => target),
    createRandom('lstm'),
    epochs,
  );
  return define('lstm', network.predict);
}

function define(id: string, predict: (moment: Moment) => readonly number[]): ForecastMethod {
  return {
    id,
    forecast(input) {
      const moment = toMoment(input);
      if (moment === null || usedSoFar(input) < 0) return null;
      return toForecast(
        input,
        predict(moment).map((each) => Math.max(0, Math.expm1(Math.max(0, each)) * moment.scale)),
      );
    },
  };
}
