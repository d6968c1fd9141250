import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { createUnits } from './limits.ts';

export const common: Translation['common'] = {
  provenance: {
    official: { label: 'offiziell', title: 'Vom Anbieter gemeldet.' },
    measured: { label: 'gemessen', title: 'Aus den Logs auf diesem Computer summiert.' },
    estimated: { label: 'geschätzt', title: 'Aus den Logs geschätzt; der Anbieter veröffentlicht diese Zahl nicht.' },
    stale: { label: 'veraltet', title: 'Vor einer Weile vom Anbieter gemeldet; kann sich geändert haben.' },
    unknown: { label: 'unbekannt', title: 'Nicht bekannt.' },
  },
  unknown: 'Nicht bekannt',
  noProject: 'Kein Projekt',
  apiEquivalentCost: 'Kosten im API-Gegenwert',
  noCostKnown: 'Keine Kosten bekannt',
  tryAgain: 'Erneut versuchen',
  noAnswer: 'Fuelgauge antwortet nicht.',
  severity: { warning: 'Warnung', error: 'Fehler', critical: 'Kritisch' },
  on: 'Ein',
  off: 'Aus',
};

export const windows: Translation['windows'] = {
  overview: 'Übersicht',
  explore: 'Erkunden',
  limits: 'Limits',
  processes: 'Prozesse',
  apps: 'Apps und Websites',
  alerts: 'Warnungen',
  compare: 'Vergleichen',
  settings: 'Einstellungen',
  pause: 'Anhalten',
  resume: 'Fortsetzen',
  quit: 'Beenden',
  views: 'Ansichten',
  usage: 'Verbrauch',
  errors: 'Fehler',
  warnings: 'Warnungen',
  lastKnownState: 'Du siehst den letzten bekannten Stand.',
  waiting: 'Die neuesten Zahlen werden geholt …',
  paused: 'Angehalten. Die Zahlen ändern sich erst, wenn du fortsetzt.',
  noUsageThisWeek: 'Kein Verbrauch in dieser Woche',
  popover: {
    sections: { limits: 'Limits', now: 'Jetzt', today: 'Heute', sessions: 'Sitzungen', attention: 'Zu beachten' },
    arrange: 'Anordnen',
    undo: 'Rückgängig',
    done: 'Fertig',
    more: 'Mehr',
    keepOpen: 'Offen halten',
    hide: 'Namen und Beträge verwischen',
  },
  tokensToday: (tokens) => `Heute ${tokens} Tokens`,
  noUsageToday: 'Heute kein Verbrauch',
  scanning: (percent) => `Logs werden gelesen, ${percent}`,
};

/** Usage and burn rates. */
export function createUsage(format: Formats): Translation['usage'] {
  return {
    title: 'Verbrauch',
    today: 'Heute',
    week: 'Diese Woche',
    all: 'Alle',
    none: 'Kein Verbrauch',
    now: 'Jetzt',
    perMinute: 'Tokens/Min.',
    costPerHour: (cost) => `${cost} pro Stunde`,
    lastHour: 'Letzte Stunde',
    idle: 'Kein Verbrauch in der letzten Stunde',
    tokens: 'Tokens',
    fromCache: 'Aus dem Cache',
    ofUsualDay: (share) => `${format.percent(share)} eines üblichen Tages`,
    thisWeek: (tokens, cost) => `${tokens} diese Woche${cost === null ? '' : `, ${cost}`}`,
    noCost: 'Keine Kosten bekannt.',
    notABill: 'API-Gegenwert; keine Rechnung.',
  };
}

/** Sessions that run. */
export function createActivity(format: Formats): Translation['activity'] {
  const { ago, duration } = createUnits(format);
  return {
    sessions: {
      states: { working: 'Arbeitet', waiting: 'Wartet', idle: 'Untätig', paused: 'Angehalten' },
      quiet: { waiting: (ms) => `wartet, ${duration(ms)}`, idle: (ms) => `untätig ${duration(ms)}` },
      count: (count) => `${format.integer(count)} ${format.plural(count, { one: 'Sitzung', other: 'Sitzungen' })}`,
      withoutSession: 'keine Sitzung bekannt',
      menu: (name) => `Aktionen für ${name}`,
      showFolder: 'Ordner zeigen',
      showTerminal: 'Terminal zeigen',
      details: 'Einzelheiten',
      pause: 'Anhalten',
      resume: 'Fortsetzen',
      end: 'Beenden …',
      more: (count) => `${format.integer(count)} weitere im Verlauf`,
      showAll: (count) => `Alle ${format.integer(count)} zeigen`,
      meta: (agent, ageMs) => `${agent} · ${ago(ageMs)}`,
    },
  };
}
