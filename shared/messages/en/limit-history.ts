import type { Formats } from '../format/formats.ts';
import { joinRange } from '../format/join-range.ts';

/** Limits over time, and how good their forecasts have been. */
export function createLimitHistoryMessages(format: Formats) {
  return {
    none: 'No limit was read in this range',
    noneText: 'Readings appear here as soon as an agent shows what its provider allows.',
    chart: (title: string): string => `${title}: share used over time`,
    ended: (windows: number, usedUp: number): string =>
      windows === 0
        ? 'No window ended in this range.'
        : `${format.integer(windows)} ${format.plural(windows, { one: 'window', other: 'windows' })} ended, ` +
          `${usedUp === 0 ? 'none' : format.integer(usedUp)} used up.`,
    now: (percent: number): string => `Now ${format.percent(percent)} used.`,
    forecast: (low: number, high: number): string =>
      `Forecast at the reset: ${joinRange(format.percent(low), format.percent(high), ' to ')}.`,
    firstReading: (at: string): string => `First reading: ${at}.`,
    lastReading: (at: string): string => `Last reading: ${at}.`,
    used: 'Used',
    readings: 'Readings',
    band: 'Forecast, 80% interval',
    official: 'official',
    record: {
      title: 'The forecast’s record',
      run: 'Replay the history',
      running: 'Replaying the history…',
      text: 'Replays past forecasts with only what was known at the time, and compares them with what happened.',
      none: 'There is not enough history yet.',
      quantity: 'What',
      method: 'Method',
      forecasts: 'Forecasts',
      error: 'Typical error',
      covered: 'Within the interval',
      falseAlarms: 'False alarms',
      missed: 'Missed',
      own: 'Fuelgauge',
    },
  };
}
