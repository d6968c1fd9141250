import type { ForecastMethod } from '../forecast.ts';
import { ccusage } from './ccusage.ts';
import { historicalCurve } from './historical-curve.ts';
import { lastHour } from './last-hour.ts';
import { linear } from './linear.ts';
import { nothingMore } from './nothing-more.ts';
import { p90 } from './p90.ts';

/** The methods that ours is compared with: simple ones, and those of other tools. None of them has state. */
export const baselines: readonly ForecastMethod[] = [nothingMore, lastHour, linear, ccusage, p90, historicalCurve];
