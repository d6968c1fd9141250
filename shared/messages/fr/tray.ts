import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { describeOdds } from './odds.ts';
import { createUnits } from './units.ts';

/** The tooltip and the menu of the tray icon. */
export function createTray(format: Formats): Translation['tray'] {
  const { apiEquivalent, duration, limitWindow, until } = createUnits(format);
  return {
    tooltip: (parts) => `Fuelgauge : ${parts.join(' · ')}`,
    starting: 'démarrage',
    scanning: (percent) => `lecture des journaux, ${format.percent(percent)}`,
    paused: 'en pause',
    failed: 'arrêté par une erreur',
    needsAttention: 'demande votre attention',
    unusedToday: 'rien utilisé aujourd’hui',
    nothingReadToday: 'rien de lu aujourd’hui pour l’instant',
    today: (tokens, cost, currency) =>
      `${format.compact(tokens)} tokens aujourd’hui${cost === null ? '' : `, ${apiEquivalent(cost.microUsd, currency, cost.isPartial)}`}`,
    ofAgent: (agent, risk) => `${agent} : ${risk}`,
    runsOut: (window, inMs) => `${limitWindow(window)} épuisée ${until(inMs)}`,
    mayRunOut(window, probability) {
      const odds = describeOdds(probability, format);
      return odds === null ? null : `${limitWindow(window)} : ${odds}`;
    },
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
