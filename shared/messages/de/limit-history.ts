import type { Formats } from '../format/formats.ts';
import { joinRange } from '../format/join-range.ts';

/** Limits over time, and how good their forecasts have been. */
export function createLimitHistoryMessages(format: Formats) {
  return {
    none: 'In diesem Zeitraum wurde kein Limit gelesen',
    noneText: 'Stände erscheinen hier, sobald ein Agent zeigt, was sein Anbieter erlaubt.',
    chart: (title: string): string => `${title}: verbrauchter Anteil über die Zeit`,
    ended: (windows: number, usedUp: number): string =>
      windows === 0
        ? 'Kein Limit-Zeitraum endete in dieser Zeit.'
        : `${format.integer(windows)} ${format.plural(windows, { one: 'Limit-Zeitraum', other: 'Limit-Zeiträume' })} beendet, davon aufgebraucht: ${usedUp === 0 ? 'keiner' : format.integer(usedUp)}.`,
    now: (percent: number): string => `Jetzt ${format.percent(percent)} verbraucht.`,
    forecast: (low: number, high: number): string =>
      `Prognose für den Reset: ${joinRange(format.percent(low), format.percent(high), ' bis ')}.`,
    firstReading: (at: string): string => `Erster Stand: ${at}.`,
    lastReading: (at: string): string => `Letzter Stand: ${at}.`,
    used: 'Verbraucht',
    readings: 'Stände',
    band: 'Prognose, 80-%-Intervall',
    official: 'offiziell',
    record: {
      title: 'Bilanz der Prognose',
      run: 'Verlauf nachspielen',
      running: 'Verlauf wird nachgespielt …',
      text: 'Prognosen werden für frühere Zeitpunkte mit dem damaligen Wissen neu erstellt und mit dem verglichen, was geschah.',
      none: 'Der Verlauf reicht noch nicht aus.',
      quantity: 'Was',
      method: 'Verfahren',
      forecasts: 'Prognosen',
      error: 'Üblicher Fehler',
      covered: 'Im Intervall',
      falseAlarms: 'Fehlalarme',
      missed: 'Verpasst',
      own: 'Fuelgauge',
    },
  };
}
