import * as v from 'valibot';
import { backtestQuantities, type BacktestRow } from '../../domain/backtest.ts';
import {
  anomalyCauses,
  anomalyKinds,
  type Anomaly,
  type ForecastInterval,
  type ForecastQuantiles,
  type LimitForecast,
  type RunOut,
  type TotalForecast,
} from '../../domain/forecast.ts';
import { count, finite, instantMs, percent } from './common.ts';
import { limitIdSchema } from './limits.ts';
import { listOf, schemaFor } from './schema-for.ts';

const probability = v.pipe(finite, v.minValue(0), v.maxValue(1));

export const intervalSchema = schemaFor<ForecastInterval>()(v.strictObject({ from: finite, to: finite }));

const quantilesSchema = schemaFor<ForecastQuantiles>()(
  v.strictObject({ p10: finite, p25: finite, p50: finite, p75: finite, p90: finite }),
);

const runOutSchema = schemaFor<RunOut>()(
  v.strictObject({
    probability,
    earlyMs: v.nullable(instantMs),
    medianMs: v.nullable(instantMs),
    lateMs: v.nullable(instantMs),
  }),
);

export const totalForecastSchema = schemaFor<TotalForecast>()(
  v.strictObject({
    kind: v.picklist(['block', 'day', 'week']),
    source: v.nullable(v.string()),
    startMs: instantMs,
    endMs: instantMs,
    asOfMs: instantMs,
    usedTokens: count,
    tokens: quantilesSchema,
    interval: intervalSchema,
    nothingMore: probability,
    runOut: v.nullable(runOutSchema),
  }),
);

export const limitForecastSchema = schemaFor<LimitForecast>()(
  v.strictObject({
    id: limitIdSchema,
    source: v.string(),
    asOfMs: instantMs,
    endMs: instantMs,
    observedAtMs: instantMs,
    usedPercent: percent,
    percent: quantilesSchema,
    interval: intervalSchema,
    runOut: v.nullable(runOutSchema),
  }),
);

/** An unusual amount of usage. */
export const anomalySchema = schemaFor<Anomaly>()(
  v.strictObject({
    id: v.string(),
    kind: v.picklist(anomalyKinds),
    startMs: instantMs,
    tokens: count,
    usualTokens: count,
    cause: v.picklist(anomalyCauses),
    causeName: v.nullable(v.string()),
    causeShare: probability,
  }),
);

/** How active blocks, the day, the week and the limits will end, and what was unusual lately. */
export const forecastSchema = v.strictObject({
  generatedAtMs: instantMs,
  timeZone: v.string(),
  totals: listOf(totalForecastSchema),
  limits: listOf(limitForecastSchema),
  anomalies: listOf(anomalySchema),
});

const backtestRowSchema = schemaFor<BacktestRow>()(
  v.strictObject({
    quantity: v.picklist(backtestQuantities),
    method: v.string(),
    elapsedShare: v.nullable(finite),
    historyDays: v.nullable(count),
    forecasts: count,
    medianApe: v.nullable(finite),
    pinball: v.nullable(finite),
    coverage80: v.nullable(finite),
    falseAlarms: v.nullable(count),
    missed: v.nullable(count),
    brier: v.nullable(finite),
    brierSkill: v.nullable(finite),
    leadMinutes: v.nullable(finite),
  }),
);

/** How good forecasts would have been on the person's own history, by method. */
export const backtestSchema = v.strictObject({ generatedAtMs: instantMs, rows: listOf(backtestRowSchema) });
