import type { AlertSubject } from '../../domain/alert-intent.ts';
import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { createUnits } from './units.ts';

/** Notifications about limits. */
export function createNotifications(format: Formats): Translation['notifications'] {
  const { duration, limitWindow, until } = createUnits(format);
  const nameOf = (subject: AlertSubject): string => (subject.kind === 'block' ? 'bloc de 5 h' : limitWindow(subject));
  const reset = (atMs: number | null, nowMs: number): string =>
    atMs === null || atMs <= nowMs ? '' : ` Réinitialisation ${until(atMs - nowMs)}.`;
  return {
    threshold: ({ parameters: { subject, thresholdPercent, usedPercent, resetsAtMs } }, { sourceLabel, nowMs }) => ({
      title: `${sourceLabel} : ${nameOf(subject)} à ${format.percent(usedPercent)}`,
      body:
        (usedPercent >= 100 ? 'Plus rien.' : `Seuil de ${format.percent(thresholdPercent)} dépassé.`) +
        reset(resetsAtMs, nowMs),
    }),
    depleted: ({ parameters: { subject, resetsAtMs } }, { sourceLabel, nowMs }) => ({
      title: `${sourceLabel} : plus rien (${nameOf(subject)})`,
      body: `Il ne reste rien.${reset(resetsAtMs, nowMs)}`,
    }),
    restored: ({ parameters: { subject } }, { sourceLabel }) => ({
      title: `${sourceLabel} : de nouveau disponible (${nameOf(subject)})`,
      body: 'Aucune autre limite connue de ce compte n’est épuisée.',
    }),
    'runs-out': ({ parameters: { subject, usedPercent, runsOutAtMs, resetsAtMs } }, { sourceLabel, nowMs }) => ({
      title: `${sourceLabel} : plus rien ${until(runsOutAtMs - nowMs)} (${nameOf(subject)})`,
      body:
        `${format.percent(usedPercent)} utilisés. À ce rythme, il ne restera rien ` +
        `${duration(resetsAtMs - runsOutAtMs)} avant la réinitialisation.`,
    }),
  };
}
