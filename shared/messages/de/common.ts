import type { Translation } from '../translation.ts';

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
