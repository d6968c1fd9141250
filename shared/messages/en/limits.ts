import type { LimitTitle, LimitUnit } from '../../domain/limit-window.ts';
import { usualPlan } from '../../domain/plan.ts';
import type { Formats } from '../format/formats.ts';
import { minuteMs } from '../../domain/instant.ts';
import { cleanText } from '../../lib/clean-text.ts';
import { nameScope } from '../format/name-scope.ts';
import { describeOdds } from './odds.ts';
import { createUnitMessages, scopeWords } from './units.ts';

/** Keeps words together that should not be separated when a sentence wraps. */
const nb = '\u00a0';

/** Limit windows: the sentence for the one that matters most, and the figures of each. */
export function createLimitMessages(format: Formats) {
  const { ago, duration, limitAmount, limitWindow } = createUnitMessages(format);
  return {
    title: 'Limits',
    ...createRowMessages(format),
    /** Name of a window at the start of a sentence, e.g. `Weekly limit`. */
    windowName(title: LimitTitle): string {
      const name = limitWindow(title);
      return title.label === null ? name.charAt(0).toUpperCase() + name.slice(1) : name;
    },
    used: (percent: number): string => `${format.percent(percent)} used`,
    left: (percent: number): string => `${format.percent(percent)} left`,
    amountUsed: (value: number, unit: LimitUnit): string => `${limitAmount(value, unit)} used`,
    amountLeft: (value: number, unit: LimitUnit): string => `${limitAmount(value, unit)} left`,
    usedAndLeft: (used: string | null, left: string | null): string =>
      [used, left].filter((text) => text !== null).join(', '),
    owner: (agent: string, plan: string | null): string => (plan === null ? agent : `${agent} · ${plan}`),
    near: (owner: string, name: string, used: string | null): string =>
      `${owner}: ${name}${used === null ? '' : `, ${used}`}.`,
    resetsIn: (inMs: number): string => `resets in ${duration(inMs)}`,
    resetsAt: (moment: string): string => `Resets ${moment}`,
    hasReset: 'has reset',
    hasEnded: 'has ended',
    age: (ageMs: number): string => ago(ageMs),

    resetSince: (name: string) => ({
      sentence: `${name} has reset`,
      detail: 'There is no newer reading yet. The agent reports one with its next response.',
    }),
    /** A limit that the provider gives as an amount; `name` is null where the unit is name enough. */
    amount(name: string | null, remaining: number | null, unit: LimitUnit) {
      const left = remaining === null ? null : `${limitAmount(remaining, unit)} left`;
      return { sentence: [name, left].filter((text) => text !== null).join(': '), detail: null };
    },
    stale: (name: string, usedPercent: number) => ({
      sentence: `${name}: at${nb}least ${format.percent(usedPercent)}${nb}used`,
      detail: 'This reading is old. The agent reports a new one with its next response.',
    }),
    usedUp: (name: string, resetMoment: string | null, resetsInMs: number | null) => ({
      sentence: `${name} is${nb}used${nb}up${resetMoment === null ? '' : ` until${nb}${resetMoment}`}`,
      detail: resetsInMs === null ? null : `Resets in ${duration(resetsInMs)}.`,
    }),
    /** `earlyMs`: how long before its reset the limit is reached; null when the reset is not known. */
    runsOut: (name: string, moment: string, inMs: number, earlyMs: number | null) => ({
      sentence: `${name} runs${nb}out ${moment.replaceAll(' ', nb)}`,
      detail: `In ${duration(inMs)} at this pace${earlyMs === null ? '' : `, ${duration(earlyMs)} before it resets`}.`,
    }),
    remaining: (name: string, leftPercent: number) => ({
      sentence: `${name}: ${format.percent(leftPercent)}${nb}left`,
      detail: null,
    }),
    /** `probability`: that it runs out before; null where there is no forecast. */
    lasts(name: string, resetMoment: string, probability: number | null) {
      const odds = probability === null ? null : describeOdds(probability);
      const sentence = `${name} lasts until it resets`;
      if (probability === null) {
        return { sentence, detail: `At this pace it will not run out before it resets ${resetMoment}.` };
      }
      const risk = odds === null ? '' : `; ${odds} that it runs out`;
      return { sentence, detail: `Likely to last until it resets ${resetMoment}${risk}.` };
    },
  };
}

/** One line for each window. */
function createRowMessages(format: Formats) {
  const { duration } = createUnitMessages(format);
  return {
    /** A window in a narrow column, e.g. `5 h`, `Week`; the provider's label where it has one. */
    shortName({ windowMinutes, scope, label }: LimitTitle): string {
      if (label !== null) return cleanText(label);
      if (windowMinutes === null) return nameScope(scope, scopeWords.shortNames);
      if (windowMinutes === 10_080) return 'Week';
      return windowMinutes === 1_440 ? 'Day' : duration(windowMinutes * minuteMs);
    },
    /** The active block of an agent whose provider reports no limits. */
    block: 'Block',
    blockTitle: (plan: string | null): string =>
      plan === null
        ? 'The five-hour block that its logs show; no limit is known. The bar shows elapsed time.'
        : `The five-hour block that its logs show, against ${plan === usualPlan ? 'your usual full block (P90)' : 'an estimated limit'}.`,
    fresh: 'now',
    /** Where other readings of the agent name theirs. */
    unknownAccount: 'account unknown',
    noneKnown: 'No agent has reported a limit yet.',
    forecastEnd: (from: number, to: number): string =>
      `Forecast: ${format.percent(from)} to ${format.percent(to)} used when it resets, with 80% certainty`,
    flipFigure: { left: 'Show what is used', used: 'Show what is left' },
    flipReset: { countdown: 'Show when it resets', clock: 'Show the time left until it resets' },
    inShort: duration,
  };
}
