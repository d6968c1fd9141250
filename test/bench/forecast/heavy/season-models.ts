import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { AutoETS, initSync as initEts } from '@bsull/augurs/ets';
import { MSTL, initSync as initMstl } from '@bsull/augurs/mstl';
import { Prophet, initSync as initProphet } from '@bsull/augurs/prophet';
import { optimizer } from '@bsull/augurs-prophet-wasmstan';
import { hourMs, secondMs } from '../../../../shared/domain/instant.ts';
import type { Forecast, ForecastInput, ForecastMethod } from '../../../../shared/forecast/forecast.ts';
import { toHourly, toNormalForecast } from './hourly.ts';

const load = (name: string): Buffer =>
  readFileSync(
    createRequire(import.meta.url)
      .resolve(`@bsull/augurs/${name}`)
      .replace(/\.js$/, '_bg.wasm'),
  );
initEts({ module: load('ets') });
initMstl({ module: load('mstl') });
initProphet({ module: load('prophet') });

/** What a model says of each hour to come. */
interface HourlyPrediction {
  readonly point: readonly number[];
  readonly intervals?: { readonly lower: readonly number[]; readonly upper: readonly number[] } | undefined;
}

const day = 24;
const week = 168;
/** Half the width of an interval of 80 %, in standard deviations. */
const width = 1.2816;

/** Sums the hours until the end of the window; errors of hours are taken to be independent. */
function sum(input: ForecastInput, predict: (values: number[], hours: number) => HourlyPrediction): Forecast | null {
  const { values } = toHourly(input);
  const hours = (input.window.endMs - input.nowMs) / hourMs;
  const whole = Math.ceil(hours);
  if (values.length < 3 * day || whole === 0) return null;
  const { point, intervals } = predict([...values], whole);
  let mean = 0;
  let variance = 0;
  for (let index = 0; index < whole; index++) {
    const part = Math.min(1, hours - index);
    const at = point[index] ?? 0;
    mean += part * Math.max(0, at);
    variance += part * (((intervals?.upper[index] ?? at) - at) / width) ** 2;
  }
  return Number.isFinite(mean + variance) ? toNormalForecast(input, mean, Math.sqrt(variance)) : null;
}

/** A method that gives up where its model cannot be fitted. */
function define(
  id: string,
  predict: (values: number[], hours: number, nowMs: number) => HourlyPrediction,
): ForecastMethod {
  return {
    id,
    forecast(input) {
      try {
        return sum(input, (values, hours) => predict(values, hours, input.nowMs));
      } catch {
        return null;
      }
    },
  };
}

/** Exponential smoothing with the season of a day, chosen by AICc. */
export const ets = define('ets', (values, hours) => {
  const model = new AutoETS(day, 'ZZN');
  model.fit(values);
  return model.predict(hours, 0.8);
});

/** Seasons of a day and, with enough history, a week, and exponential smoothing of the rest. */
export const mstl = define('mstl', (values, hours) => {
  const model = MSTL.ets(values.length >= 2 * week ? [day, week] : [day]);
  model.fit(values);
  return model.predict(hours, 0.8);
});

/** Prophet with daily and weekly seasons; its model in Stan, as WebAssembly. */
export const prophet = define('prophet', (values, hours, nowMs) => {
  const at = (index: number): number => Math.round((nowMs - (values.length - index) * hourMs) / secondMs);
  const model = new Prophet({
    optimizer,
    intervalWidth: 0.8,
    yearlySeasonality: { type: 'manual', enabled: false },
    weeklySeasonality: { type: 'manual', enabled: values.length >= 2 * week },
    dailySeasonality: { type: 'manual', enabled: true },
  });
  model.fit({ ds: values.map((_, index) => at(index)), y: values });
  const ds = Array.from({ length: hours }, (_, index) => at(values.length + index));
  return model.predict({ ds }).yhat;
});
