import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { describeOdds } from './odds.ts';
import { createUnits } from './units.ts';

/** The tooltip and the menu of the tray icon. */
export function createTray(format: Formats): Translation['tray'] {
  const { apiEquivalent, duration, limitWindow, until } = createUnits(format);
  return {
    tooltip: (parts) => `Fuelgauge: ${parts.join(' · ')}`,
    starting: 'startet',
    scanning: (percent) => `liest Logs, ${format.percent(percent)}`,
    paused: 'angehalten',
    failed: 'durch einen Fehler beendet',
    needsAttention: 'braucht Aufmerksamkeit',
    unusedToday: 'heute kein Verbrauch',
    nothingReadToday: 'heute noch nichts gelesen',
    today: (tokens, cost, currency) =>
      `heute ${format.compact(tokens)} Tokens${cost === null ? '' : `, ${apiEquivalent(cost.microUsd, currency, cost.isPartial)}`}`,
    ofAgent: (agent, risk) => `${agent}: ${risk}`,
    runsOut: (window, inMs) => `${limitWindow(window)} ${until(inMs)} aufgebraucht`,
    mayRunOut(window, probability) {
      const odds = describeOdds(probability, format);
      return odds === null ? null : `${limitWindow(window)}: ${odds}`;
    },
    usedUp: (window, inMs) => `${limitWindow(window)} aufgebraucht${inMs === null ? '' : `, Reset ${until(inMs)}`}`,
    blockResets: (inMs) => `Block-Reset in ${duration(inMs)}`,
    menu: {
      open: 'Fuelgauge öffnen',
      overview: 'Übersicht',
      settings: 'Einstellungen',
      pause: 'Überwachung anhalten',
      resume: 'Überwachung fortsetzen',
      quit: 'Fuelgauge beenden',
    },
  };
}
