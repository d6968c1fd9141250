import { minuteMs } from '../../domain/instant.ts';
import { usualPlan } from '../../domain/plan.ts';
import { cleanText } from '../../lib/clean-text.ts';
import type { Formats } from '../format/formats.ts';
import { nameScope } from '../format/name-scope.ts';
import type { Translation } from '../translation.ts';
import { createUnits, scopeWords } from './units.ts';

/** The limits of the popover and of the main window. */
export function createLimits(format: Formats): Translation['limits'] {
  const { ago, duration, limitAmount, limitWindow } = createUnits(format);
  return {
    title: 'Limits',
    shortName({ windowMinutes, scope, label }) {
      if (label !== null) return cleanText(label);
      if (windowMinutes === null) return nameScope(scope, scopeWords.shortNames);
      if (windowMinutes === 10_080) return 'Woche';
      return windowMinutes === 1_440 ? 'Tag' : duration(windowMinutes * minuteMs);
    },
    block: 'Block',
    blockTitle: (plan) =>
      plan === null
        ? 'Der Fünf-Stunden-Block aus den Logs; ein Limit ist nicht bekannt. Der Balken zeigt die verstrichene Zeit.'
        : `Der Fünf-Stunden-Block aus den Logs, gemessen an ${plan === usualPlan ? 'deinem üblichen vollen Block (P90)' : 'einem geschätzten Limit'}.`,
    fresh: 'jetzt',
    unknownAccount: 'Konto unbekannt',
    noneKnown: 'Noch hat kein Agent ein Limit gemeldet.',
    flipFigure: { left: 'Verbrauch zeigen', used: 'Rest zeigen' },
    flipReset: { countdown: 'Zeitpunkt zeigen', clock: 'Verbleibende Zeit zeigen' },
    inShort: duration,
    windowName: limitWindow,
    used: (percent) => `${format.percent(percent)} verbraucht`,
    left: (percent) => `${format.percent(percent)} übrig`,
    amountUsed: (value, unit) => `${limitAmount(value, unit)} verbraucht`,
    amountLeft: (value, unit) => `${limitAmount(value, unit)} übrig`,
    usedAndLeft: (used, left) => [used, left].filter((text) => text !== null).join(', '),
    owner: (agent, plan) => (plan === null ? agent : `${agent} · ${plan}`),
    near: (owner, name, used) => `${owner}: ${name}${used === null ? '' : `, ${used}`}.`,
    resetsIn: (inMs) => `Reset in ${duration(inMs)}`,
    resetsAt: (moment) => `Reset ${moment}`,
    hasReset: 'erneuert',
    hasEnded: 'beendet',
    age: ago,
    forecastEnd: (from, to) =>
      `Prognose: beim Reset zu ${format.percent(from)} bis ${format.percent(to)} verbraucht, mit 80 % Sicherheit`,
    ...createSentences(format),
  };
}

/** The sentence for the limit that matters most. */
function createSentences(format: Formats) {
  const { duration, limitAmount } = createUnits(format);
  return {
    resetSince: (name) => ({
      sentence: `${name} wurde zurückgesetzt`,
      detail: 'Ein neuer Stand liegt noch nicht vor. Der Agent meldet ihn mit seiner nächsten Antwort.',
    }),
    amount(name, remaining, unit) {
      const left = remaining === null ? null : `${limitAmount(remaining, unit)} übrig`;
      return { sentence: [name, left].filter((text) => text !== null).join(': '), detail: null };
    },
    stale: (name, usedPercent) => ({
      sentence: `${name}: mindestens ${format.percent(usedPercent)} verbraucht`,
      detail: 'Dieser Stand ist alt. Der Agent meldet mit seiner nächsten Antwort einen neuen.',
    }),
    usedUp: (name, moment, resetsInMs) => ({
      sentence: moment === null ? `${name} ist aufgebraucht` : `${name} ist aufgebraucht bis ${moment}`,
      detail: resetsInMs === null ? null : `Reset in ${duration(resetsInMs)}.`,
    }),
    runsOut: (name, moment, inMs, earlyMs) => ({
      sentence: `${name} reicht nur bis ${moment}`,
      detail: `Bei diesem Tempo in ${duration(inMs)}${earlyMs === null ? '' : `, ${duration(earlyMs)} vor dem Reset`}.`,
    }),
    remaining: (name, leftPercent) => ({ sentence: `${name}: ${format.percent(leftPercent)} übrig`, detail: null }),
    lasts: (name, moment, probability) => ({
      sentence: `${name} reicht bis zum Reset`,
      detail:
        `Reset ${moment}.` +
        (probability === null
          ? ' Bei diesem Tempo wird es vorher nicht aufgebraucht.'
          : ` Risiko, dass es vorher aufgebraucht ist: ${format.percent(probability * 100)}.`),
    }),
  } satisfies Translation['limits'];
}
