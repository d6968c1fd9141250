import type { Formats } from '../../format/formats.ts';
import { describeOdds } from '../odds.ts';
import { createUnitMessages } from '../units.ts';

/** The bars of `fuelgauge watch` and what stands beside and below them. */
export function createWatchMeterMessages(format: Formats) {
  const { duration } = createUnitMessages(format);
  return {
    meters: { time: 'Time', tokens: 'Tokens', usd: 'Cost', requests: 'Messages' },
    block: (source: string, span: string, boundary: string): string => `${source} block, ${span} (${boundary})`,
    ofLimit: (percent: string, limit: string, kind: string): string => `${percent} of the limit of ${limit} (${kind})`,
    ofUsual: (percent: string, usual: string, kind: string): string =>
      `${percent} of ${usual}, what your full blocks hold (${kind})`,
    learning: (blocks: number): string =>
      `what is usual is not known yet (${format.integer(blocks)} ` +
      `${format.plural(blocks, { one: 'block', other: 'blocks' })} so far)`,
    limitUsedUp: 'The limit is used up.',
    limitRunsOut: (time: string): string => `The limit will probably be used up at ${time} (estimated).`,
    limitLasts(probability: number): string {
      const odds = describeOdds(probability);
      return odds === null
        ? 'The limit is likely enough until the block ends (estimated).'
        : `${odds} that the limit runs out before the block ends (estimated).`;
    },
    forecast: (clause: string): string => `Forecast: ${clause}, estimated.`,
    resets: (inMs: number): string => (inMs <= 0 ? 'has reset' : `resets in ${duration(inMs)}`),
    runsOut: (inMs: number): string => (inMs <= 0 ? 'used up' : `runs out in ${duration(inMs)}`),
    mayRunOut(probability: number): string {
      const odds = describeOdds(probability);
      return odds === null ? 'likely enough' : `${odds} that it runs out`;
    },
    /** The title of the terminal's window: the binding limit, or what was used today. */
    windowLimit: (source: string, used: string, resetsInMs: number | null): string =>
      `Fuelgauge: ${source} ${used}${resetsInMs === null ? '' : `, resets in ${duration(resetsInMs)}`}`,
    windowUsage: (usage: string): string => `Fuelgauge: ${usage} today`,
  };
}
