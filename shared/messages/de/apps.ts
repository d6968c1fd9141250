import type { ActivityCategory } from '../../domain/activity.ts';
import type { HistoryFailure } from '../../domain/activity-sums.ts';
import type { DayKey } from '../../domain/calendar-day.ts';
import { usDollar } from '../../domain/money.ts';
import type { Formats } from '../format/formats.ts';
import { browserNames } from '../en/activity-words.ts';
import { activityCategoryNames } from './activity-words.ts';
import { createUnits } from './units.ts';

/** The parts of the view. */
const parts = {
  sites: { title: 'KI-Websites', switch: 'KI-Websites in Browser-Verläufen' },
  apps: { title: 'KI-Apps', switch: 'Zeit mit KI-Apps' },
  commands: { title: 'KI-Werkzeuge in Shells', switch: 'KI-Werkzeuge in Shells' },
  apis: { title: 'Anfragen an KI-APIs', switch: 'Von der Browser-Erweiterung empfangen' },
} as const;

const failures: Readonly<Record<HistoryFailure, string>> = {
  'not-allowed': 'dieses System lässt Fuelgauge ihn nicht lesen',
  'too-large': 'er ist zu groß zum Kopieren',
  unreadable: 'er konnte diesmal nicht gelesen werden',
};

/** The view of AI sites, apps and tools. */
export function createAppsMessages(format: Formats) {
  const { duration } = createUnits(format);
  return {
    parts,
    label: 'Name',
    active: 'Aktiv',
    counts: { sites: 'Besuche', apps: 'Nutzungen', commands: 'Aufrufe', apis: 'Anfragen' },
    cost: 'Kosten, geschätzt',
    settings: 'Einstellungen',
    off: (name: keyof typeof parts): string =>
      `Nicht erfasst. Schalte „${parts[name].switch}“ in den Einstellungen ein.`,
    none: {
      sites: 'In diesem Zeitraum wurde keine gelistete Website genutzt.',
      apps: 'In diesem Zeitraum wurde keine gelistete App genutzt.',
      commands: 'In diesem Zeitraum wurde kein bekanntes Werkzeug aufgerufen.',
      apis: 'Keine Anfrage in diesem Zeitraum.',
    },
    category: (category: ActivityCategory): string => activityCategoryNames[category],
    browser: (name: string): string => browserNames[name] ?? name,
    time: (activeMs: number, isEstimated: boolean): string => `${isEstimated ? '~' : ''}${duration(activeMs)}`,
    money: (costMicroUsd: number): string => {
      const amount = format.money(costMicroUsd, usDollar);
      return amount.startsWith('<') ? amount : `~${amount}`;
    },
    estimatedTime: 'Geschätzt aus den Besuchen in einem Browser-Verlauf',
    measuredTime: 'Gemessen',
    costKind: 'Geschätzt: aktive Zeit zu einem Stundensatz, oder Tokens zum Listenpreis',
    note: (day: DayKey | null): string =>
      '~ steht für eine Schätzung. Die Kosten sind aktive Zeit zu deinen Stundensätzen' +
      (day === null ? '.' : `; wo du keinen festgelegt hast, zu den Standardsätzen vom ${format.day(day)}.`),
    undated: (count: number): string =>
      `${format.integer(count)} ${format.plural(count, { one: 'Aufruf stammt', other: 'Aufrufe stammen' })} aus Shell-Verläufen ohne Zeitangaben, also vielleicht von einem anderen Tag.`,
    focusUnknown: 'Welches Fenster vorn ist, ist auf diesem Desktop nicht bekannt.',
    failure: (browser: string, failure: HistoryFailure): string =>
      `Der Verlauf von ${browserNames[browser] ?? browser} wurde ausgelassen: ${failures[failure]}.`,
  };
}
