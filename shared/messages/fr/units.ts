import { minuteMs } from '../../domain/instant.ts';
import type { LimitTitle } from '../../domain/limit-window.ts';
import { cleanText } from '../../lib/clean-text.ts';
import type { Formats } from '../format/formats.ts';
import { formatDuration, nameWindow } from '../format/lengths.ts';
import type { Translation } from '../translation.ts';

const windowWords = {
  day: 'limite quotidienne',
  week: 'limite hebdomadaire',
  days: (count: number): string => `limite de ${count} jours`,
  hours: (count: number): string => `limite de ${count} h`,
  minutes: (count: number): string => `limite de ${count} min`,
};
const durationWords = { day: ' j', hour: ' h', minute: ' min', gap: ' ', moment: '<1 min' };

/** Lengths of time, rates and names of windows. */
export function createUnits(format: Formats) {
  const duration = (lengthMs: number): string => formatDuration(lengthMs, durationWords);
  return {
    duration,
    until: (lengthMs: number): string => (lengthMs <= 0 ? 'maintenant' : `dans ${duration(lengthMs)}`),
    ago: (ageMs: number): string => (ageMs < minuteMs ? 'à l’instant' : `il y a ${duration(ageMs)}`),
    perMinute: (perMinute: number): string => `${format.compact(perMinute)}/min`,
    apiEquivalent: (amount, currency) => `${format.money(amount, currency)} équivalent API`,
    limitWindow({ windowMinutes, scope, label }: LimitTitle): string {
      const kind = windowMinutes === null ? scope : nameWindow(windowMinutes, windowWords);
      return label === null ? kind : `${kind} ${cleanText(label)}`;
    },
  } satisfies Translation['units'];
}
