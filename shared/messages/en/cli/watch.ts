import type { Currency, MicroUsd } from '../../../domain/money.ts';
import type { Formats } from '../../format/formats.ts';
import { createUnitMessages } from '../units.ts';

/** `fuelgauge watch`, and the progress of every other command. */
export function createCliWatchMessages(format: Formats) {
  const { ago, duration } = createUnitMessages(format);
  return {
    title: (state: string): string => `Fuelgauge: ${state}`,
    clock: (moment: string, timeZone: string): string => `${moment} ${timeZone}`,
    problem: (sentence: string): string => `! ${sentence}`,
    columns: {
      limitOf: 'Limit of',
      window: 'Window',
      resetsIn: 'Resets in',
      runsOutIn: 'Runs out in',
      sessionOf: 'Session of',
      active: 'Active',
    },
    staleReading: (ageMs: number): string => `stale, ${duration(ageMs)} old`,
    lastMinutes: (minutes: number): string => `Last ${minutes} min`,
    burn(tokensPerMinute: number, costMicroUsdPerHour: MicroUsd | null, currency: Currency): string {
      const cost = costMicroUsdPerHour === null ? '' : `, ${format.money(costMicroUsdPerHour, currency)}/h`;
      return `${format.compact(tokensPerMinute)} tokens/min${cost}`;
    },
    today: 'Today',
    week: 'This week',
    usage: (tokens: number, cost: string): string => `${format.compact(tokens)} tokens, ${cost}`,
    usageOf: (source: string, usage: string): string => `${source} ${usage}`,
    withParts: (whole: string, parts: readonly string[]): string => `${whole} (${parts.join('; ')})`,
    ago,
    footer: 'Costs are API-equivalent. Press Ctrl-C to stop.',
    progress: (percent: number, filesDone: number, filesTotal: number, bytesTotal: number): string =>
      `Reading logs: ${format.percent(percent)} (${format.integer(filesDone)} of ${format.integer(filesTotal)} ` +
      `${format.plural(filesTotal, { one: 'file', other: 'files' })}, ${format.bytes(bytesTotal)})`,
  };
}
