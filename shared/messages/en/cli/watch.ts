import type { Velocity } from '../../../domain/velocity.ts';
import type { Formats } from '../../format/formats.ts';
import { tokenWords } from '../count-words.ts';
import { createUnitMessages } from '../units.ts';
import { createWatchMeterMessages } from './watch-meters.ts';

/** Words for how fast tokens are used, held against a usual full block. */
const velocities = {
  idle: 'idle',
  slow: 'slow',
  steady: 'steady',
  fast: 'fast',
  'very-fast': 'very fast',
} as const satisfies Record<Velocity, string>;

/** `fuelgauge watch`, and the progress of every other command. */
export function createCliWatchMessages(format: Formats) {
  const { ago, duration } = createUnitMessages(format);
  return {
    title: (state: string): string => `Fuelgauge: ${state}`,
    clock: (moment: string, timeZone: string): string => `${moment} ${timeZone}`,
    views: { realtime: 'Now', daily: 'Days', monthly: 'Months', session: 'Sessions', processes: 'Processes' },
    themes: {
      auto: 'automatic',
      dark: 'dark',
      light: 'light',
      classic: 'classic',
      'high-contrast': 'high contrast',
      'color-blind': 'color-blind safe',
    },
    numbered: (number: number, name: string): string => `${number} ${name}`,
    chosen: (name: string): string => `[${name}]`,
    problem: (sentence: string): string => `! ${sentence}`,
    ...createWatchMeterMessages(format),
    columns: { sessionOf: 'Session of', active: 'Active' },
    notes: (parts: readonly (string | null)[]): string => parts.filter((part) => part !== null).join('; '),
    staleReading: (ageMs: number): string => `stale, ${duration(ageMs)} old`,
    lastMinutes: (minutes: number): string => `Last ${minutes} min`,
    burn: (tokensPerMinute: number, cost: string | null): string =>
      `${format.compact(tokensPerMinute)} tokens/min${cost === null ? '' : `, ${cost}/h`}`,
    withVelocity: (rate: string, velocity: Velocity): string => `${rate}, ${velocities[velocity]}`,
    today: 'Today',
    week: 'This week',
    usage: (tokens: number, cost: string): string =>
      `${format.compact(tokens)} ${format.plural(tokens, tokenWords)}, ${cost}`,
    usageOf: (source: string, usage: string): string => `${source} ${usage}`,
    withParts: (whole: string, parts: readonly string[]): string => `${whole} (${parts.join('; ')})`,
    modelsToday: 'Tokens by model today',
    otherModels: (count: number): string =>
      `${format.integer(count)} ${format.plural(count, { one: 'other', other: 'others' })}`,
    share: (name: string, percent: number): string => `${name} ${format.percent(percent)}`,
    alerts: 'Alerts of the last 24 hours',
    alert: (time: string, sentence: string): string => `${time}  ${sentence}`,
    ago,
    waiting: 'One moment...',
    nothingYet: 'There is no usage in this time.',
    ofMost: (most: string): string => `Of ${most}`,
    moreLines: (lines: number): string => `(${format.integer(lines)} more lines: scroll with the arrow keys)`,
    costs: 'Costs are API-equivalent.',
    keys: (theme: string): string => `1-5 or Tab: view; arrows: scroll; r: refresh; t: colors (${theme}); q: quit.`,
    stop: 'Press Ctrl-C to stop.',
    progress: (percent: number, filesDone: number, filesTotal: number, bytesTotal: number): string =>
      `Reading logs: ${format.percent(percent)} (${format.integer(filesDone)} of ${format.integer(filesTotal)} ` +
      `${format.plural(filesTotal, { one: 'file', other: 'files' })}, ${format.bytes(bytesTotal)})`,
  };
}
