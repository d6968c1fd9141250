import type { BacktestRow } from '../../domain/backtest.ts';
import type { Formats } from '../format/formats.ts';
import { createUnitMessages } from './units.ts';

/** What a forecast rests on, as pages and the command `explain forecast` say it. */
export function createExplainForecastRules(format: Formats) {
  const { duration } = createUnitMessages(format);
  const share = (value: number): string => format.percent(value * 100);
  return {
    figures: (used: string, likely: string, from: string, to: string): string =>
      `${used} so far, likely ${likely} at its end; 8 times in 10 between ${from} and ${to}.`,
    asOf: (moment: string, end: string): string => `Forecast as of ${moment}, for ${end}.`,
    rule:
      'Rule: how much more you used after similar moments of your own past (time of day, length of the pause, recent ' +
      'use). While your history is short, other people’s moments count too.',
    limitRule:
      'Rule: the provider’s newest figure, plus what your logged tokens will add by the same rule as for a week; the ' +
      'tokens since the window began say how much one percent is.',
    odds: (odds: string): string => `Chance of running out before the end: ${odds}.`,
    staleFigure: (ageMs: number): string =>
      `The provider’s figure is ${duration(ageMs)} old, too old to say whether it runs out.`,
    record: ({
      forecasts,
      medianApe,
      coverage80,
    }: Pick<BacktestRow, 'forecasts' | 'medianApe' | 'coverage80'>): string =>
      `Of ${format.integer(forecasts)} such forecasts on your own past, made halfway through, the median error was ` +
      `${medianApe === null ? 'an unknown share' : share(medianApe)}, and the interval held ` +
      `${coverage80 === null ? 'an unknown share' : share(coverage80)} of the time.`,
    noRecord: 'Your history has no completed ones yet, so its error is not known.',
    noRecordOfLimits: 'Readings of limits are too few to measure the error of this one.',
  };
}
