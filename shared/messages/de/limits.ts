import { minuteMs } from '../../domain/instant.ts';
import { cleanText } from '../../lib/clean-text.ts';
import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { createUnits } from './units.ts';

/** The limits of the popover and of the main window. */
export function createLimits(format: Formats): Translation['limits'] {
  const { ago, duration, limitWindow } = createUnits(format);
  return {
    title: 'Limits',
    shortName({ windowMinutes, scope, label }) {
      if (label !== null) return cleanText(label);
      if (windowMinutes === null) return scope;
      if (windowMinutes === 10_080) return 'Woche';
      return windowMinutes === 1_440 ? 'Tag' : duration(windowMinutes * minuteMs);
    },
    block: 'Block',
    fresh: 'jetzt',
    noneKnown: 'Noch hat kein Agent ein Limit gemeldet.',
    flipFigure: { left: 'Verbrauch zeigen', used: 'Rest zeigen' },
    flipReset: { countdown: 'Zeitpunkt zeigen', clock: 'Verbleibende Zeit zeigen' },
    inShort: duration,
    windowName: limitWindow,
    used: (percent) => `${format.percent(percent)} verbraucht`,
    left: (percent) => `${format.percent(percent)} übrig`,
    resetsIn: (inMs) => `Reset in ${duration(inMs)}`,
    resetsAt: (moment) => `Reset ${moment}`,
    hasReset: 'inzwischen zurückgesetzt',
    age: ago,
    forecastEnd: (from, to) =>
      `Prognose: beim Reset zu ${format.percent(from)} bis ${format.percent(to)} verbraucht, mit 80 % Sicherheit`,
    resetSince: (name) => ({
      sentence: `${name} wurde zurückgesetzt`,
      detail: 'Ein neuer Stand liegt noch nicht vor. Der Agent meldet ihn mit seiner nächsten Antwort.',
    }),
    stale: (name, usedPercent) => ({
      sentence: `${name}: mindestens ${format.percent(usedPercent)} verbraucht`,
      detail: 'Dieser Stand ist alt. Der Agent meldet mit seiner nächsten Antwort einen neuen.',
    }),
    usedUp: (name, moment, resetsInMs) => ({
      sentence: moment === null ? `${name} ist aufgebraucht` : `${name} ist aufgebraucht bis ${moment}`,
      detail: resetsInMs === null ? null : `Reset in ${duration(resetsInMs)}.`,
    }),
    runsOut: (name, moment, inMs, earlyMs) => ({
      sentence: `${name} endet ${moment}`,
      detail: `Bei diesem Tempo in ${duration(inMs)}${earlyMs === null ? '' : `, ${duration(earlyMs)} vor dem Reset`}.`,
    }),
    remaining: (name, leftPercent) => ({ sentence: `${name}: ${format.percent(leftPercent)} übrig`, detail: null }),
    lasts: (name, moment, probability) => ({
      sentence: `${name} reicht bis zum Reset`,
      detail:
        `Reset ${moment}.` +
        (probability === null ? '' : ` Risiko, dass es vorher endet: ${format.percent(probability * 100)}.`),
    }),
  };
}
