import type { AlertSubject } from '../../domain/alert-intent.ts';
import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { createUnits } from './limits.ts';

/** The tooltip and the menu of the tray icon. */
export function createTray(format: Formats): Translation['tray'] {
  const { apiEquivalent, duration, limitWindow, until } = createUnits(format);
  return {
    starting: 'démarrage',
    scanning: (percent) => `lecture des journaux, ${format.percent(percent)}`,
    paused: 'en pause',
    failed: 'arrêté par une erreur',
    needsAttention: 'demande votre attention',
    unusedToday: 'rien utilisé aujourd’hui',
    today: (tokens, cost, currency) =>
      `${format.compact(tokens)} tokens aujourd’hui${cost === null ? '' : `, ${apiEquivalent(cost, currency)}`}`,
    runsOut: (window, inMs) => `${limitWindow(window)} épuisée ${until(inMs)}`,
    mayRunOut: (window, probability) =>
      probability < 0.02 ? null : `${limitWindow(window)} : risque ${format.percent(probability * 100)}`,
    usedUp: (window, inMs) =>
      `${limitWindow(window)} épuisée${inMs === null ? '' : `, réinitialisation ${until(inMs)}`}`,
    blockResets: (inMs) => `fin du bloc dans ${duration(inMs)}`,
    menu: {
      open: 'Ouvrir Fuelgauge',
      overview: 'Vue d’ensemble',
      settings: 'Réglages',
      pause: 'Suspendre la surveillance',
      resume: 'Reprendre la surveillance',
      quit: 'Quitter Fuelgauge',
    },
  };
}

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
