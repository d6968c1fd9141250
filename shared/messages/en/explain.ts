import { usualPlan } from '../../domain/plan.ts';
import type { Formats } from '../format/formats.ts';
import { responseWords } from './count-words.ts';
import { describeOdds } from './odds.ts';
import { createUnitMessages } from './units.ts';

/** What a page says of where a figure comes from, on hover and focus. The rules are those of the command `explain`. */
export function createExplainViewMessages(format: Formats) {
  const { ago } = createUnitMessages(format);
  return {
    /** The name of the button for screen readers. */
    open: (name: string): string => `${name}: where it comes from`,
    /** What opens it, where there is no figure beside it. */
    where: 'Where this comes from',
    loading: 'Looking it up…',
    gone: 'Nothing more is known about it now.',
    /** `plan`: the one in the settings that gives the limit. */
    limitUsed: (percent: number, kind: string, plan: string): string =>
      `${format.percent(percent)} of ${plan === usualPlan ? 'your usual full block (P90)' : 'its limit'} used (${kind}).`,
    odds: (probability: number): string => describeOdds(probability) ?? 'unlikely',
    forecast: 'Forecast',
    day: 'Today',
    recordPending: 'Checking how good such forecasts were before…',
    /** One place's newest observation of a limit. */
    reading: (place: string, used: string, kind: string, ageMs: number, role: string | null): string =>
      `${place}: ${used} (${kind}, ${ago(ageMs)})${role === null ? '' : `, ${role}`}`,
    morePlaces: (count: number): string => `and ${format.integer(count)} more`,
    givesFigure: 'shown here',
    givesReset: 'gives the reset',
    costFromLogs: 'As recorded in the logs where they have a cost; otherwise from tokens and list prices. Not a bill.',
    costFromPrices: 'From tokens and list prices. Not a bill.',
    /** What one model costs today. */
    costPart: (model: string, cost: string | null, responses: number): string =>
      `${model}: ${cost ?? 'no known price'}, ${format.integer(responses)} ${format.plural(responses, responseWords)}`,
  };
}
