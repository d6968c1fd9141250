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
  noProjectReason: 'Im Log steht nicht, in welchem Ordner er lief.',
  spoken: (word) => `${word}: `,
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
  windowTitle: (view) => `Fuelgauge – ${view}`,
  palette: {
    title: 'Gehe zu',
    open: 'Ansichten und Zeiträume suchen',
    hint: 'Ansicht, Zeitraum oder Gruppierung',
    none: 'Nichts mit diesem Namen.',
    range: (name) => `Zeitraum: ${name}`,
    exploreBy: (name) => `Erkunden nach: ${name}`,
  },
  noUsageThisWeekText:
    'Zahlen erscheinen hier mit der nächsten Antwort eines Agenten. Früherer Verbrauch steht in der Übersicht.',
  onlyInApp: 'Diese Seite funktioniert nur in der App Fuelgauge.',
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
    nowTitle: 'In den letzten 15 Minuten: alle Tokens, auch aus dem Cache, und ihre Kosten im API-Gegenwert',
    lastHourLine: (tokens, peak) => `Letzte Stunde: ${tokens} Tokens, höchstens ${peak} in einer Minute`,
    cached: (share, saved) => (saved === null ? `${share} aus dem Cache` : `Cache spart ${saved}`),
    savedTitle: 'Ersparnis, geschätzt: gegenüber denselben Tokens ohne Cache, zu Listenpreisen',
    fromCacheTitle: (read, input) => `${read} von ${input} Eingabe-Tokens kamen aus dem Cache`,
    ofUsualDayTitle: (tokens, days) =>
      `Ein üblicher Tag hat ${tokens} Tokens: der Median von ${days} Tagen mit Verbrauch in den letzten vier Wochen`,
    costExcludes: (models) => `Ohne ${models}; deren Kosten sind nicht bekannt.`,
    burn: {
      title: 'Tempo',
      idle: 'Kein Verbrauch in der letzten Stunde.',
      noUsage: 'Kein Verbrauch in dieser Zeit',
      lastHour: 'Letzte Stunde',
      tokens: 'Tokens',
      fresh: 'Neu',
      cost: 'Kosten',
      perMinute: '/ Min.',
      perHour: '/ Stunde',
      tokensTitle: 'Alle Tokens, auch aus dem Cache',
      freshTitle: 'Neue Eingabe und Ausgabe, ohne Cache',
      costTitle: 'Kosten im API-Gegenwert: was die Tokens über die API kosten würden',
    },
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
      contextTitle: 'Tokens des neuesten Prompts, ohne Subagenten: wie voll der Kontext ist',
      rate: (tokens) => `${tokens} pro Minute in den letzten 15 Minuten`,
      useTitle: 'CPU, als Anteil eines Kerns, und Arbeitsspeicher der Prozesse',
      totalUse: (cpuRatio, rssBytes) =>
        `${format.bytes(rssBytes)}${cpuRatio === null ? '' : ` · ${format.percent(cpuRatio * 100)} eines Kerns`}`,
      endTitle: (count) =>
        format.plural(count, {
          one: 'Diesen Prozess beenden?',
          other: `Diese ${format.integer(count)} Prozesse beenden?`,
        }),
      looking: 'Gestartete Prozesse werden gesucht …',
      hasEnded: 'Bereits beendet.',
      endHint: 'Erst freundlich gebeten, dann gezwungen. Nicht Gespeichertes geht verloren.',
      paused: (name) => `${name} ist angehalten.`,
      resumed: (name) => `${name} läuft weiter.`,
      noFolder: 'Der Ordner ist nicht bekannt.',
      joined: {
        certain: 'Der Prozess ist sicher bekannt.',
        likely: 'Der Prozess wurde über seinen Ordner gefunden; das stimmt wahrscheinlich.',
        possible: 'Mehrere Prozesse kommen infrage; dies ist die beste Vermutung.',
      },
      withoutSession: 'keine Sitzung bekannt',
      menu: (name) => `Aktionen für ${name}`,
      showFolder: 'Ordner zeigen',
      showTerminal: 'Terminal zeigen',
      details: 'Einzelheiten',
      pause: 'Anhalten',
      resume: 'Fortsetzen',
      end: 'Beenden …',
      more: (count) => `${format.integer(count)} weitere unter „Erkunden“`,
      showAll: (count) => `Alle ${format.integer(count)} zeigen`,
      meta: (agent, ageMs) => `${agent} · ${ago(ageMs)}`,
    },
    orphans: createOrphans(format),
    own(cpuRatio, bytes) {
      const cpu = cpuRatio === null ? '' : `${format.precisePercent(cpuRatio * 100)} CPU, `;
      return `Fuelgauge selbst: ${cpu}${format.bytes(bytes)}`;
    },
    ownTitle: (sinceMs, writtenBytes) =>
      `Gemessen in den letzten ${duration(sinceMs)}` +
      (writtenBytes === null ? '' : `; ${format.bytes(writtenBytes)} seit dem Start geschrieben`),
  };
}

/** What agents left behind. */
function createOrphans(format: Formats): NonNullable<Translation['activity']>['orphans'] {
  const { ago, duration } = createUnits(format);
  return {
    title: 'Zurückgelassen',
    end: 'Beenden …',
    endOf: (name) => `${name} und alles davon Gestartete beenden`,
    question: (count) =>
      format.plural(count, {
        one: 'Diesen Prozess beenden?',
        other: `Diese ${format.integer(count)} Prozesse beenden?`,
      }),
    confirm: (count) =>
      `${format.integer(count)} ${format.plural(count, { one: 'Prozess', other: 'Prozesse' })} beenden`,
    keep: 'Behalten',
    proof(agent, goneMs, ageMs, cpuRatio) {
      const gone = agent === null || goneMs === null ? 'Der Urheber ist beendet' : `${agent} endete ${ago(goneMs)}`;
      const cpu = cpuRatio === null ? '' : ` · ${format.percent(cpuRatio * 100)} CPU`;
      return `${gone} · läuft seit ${duration(ageMs)}${cpu}`;
    },
    notEnded: (count) =>
      `${format.integer(count)} ${format.plural(count, { one: 'Prozess konnte', other: 'Prozesse konnten' })} nicht beendet werden: ` +
      'Das System erlaubt es nicht, oder kein Agent ist mehr der Urheber.',
  };
}
