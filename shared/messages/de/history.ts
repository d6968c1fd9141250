import type { PeriodKind, ReportKey } from '../../domain/report.ts';
import type { Formats } from '../format/formats.ts';
import { reportKeyNames, withoutKeyNames } from './report-words.ts';
import { tokenWords } from './count-words.ts';

type Measure = 'tokens' | 'cost';

const spans: Readonly<Record<PeriodKind, { readonly one: string; readonly other: string }>> = {
  day: { one: 'Tag', other: 'Tage' },
  week: { one: 'Woche', other: 'Wochen' },
  month: { one: 'Monat', other: 'Monate' },
};
const measures: Readonly<Record<Measure, string>> = { tokens: 'Tokens', cost: 'Kosten im API-Gegenwert' };

/** The figures above the chart. */
const figures = {
  tokens: 'Tokens',
  cost: 'Kosten im API-Gegenwert',
  costTitle: 'Was es über die API kosten würde. Ein Abonnement stellt es nicht in Rechnung.',
  notABill: 'Keine Rechnung',
  responses: 'Antworten',
  cached: 'Aus dem Cache gelesen',
};

/** The chart, as it is seen and read aloud. */
function createChartMessages(format: Formats) {
  return {
    title: (measure: Measure, by: PeriodKind): string => `${measures[measure]} pro ${spans[by].one}`,
    emptyBar: { tokens: 'Kein Verbrauch', cost: 'Kein Verbrauch mit bekannten Kosten' } satisfies Record<
      Measure,
      string
    >,
    legend: 'Legende',
    tokens: (tokens: number): string => `${format.compact(tokens)} ${format.plural(tokens, tokenWords)}`,
    others: (count: number): string =>
      `${format.integer(count)} ${format.plural(count, { one: 'weiteres', other: 'weitere' })}`,
    weekOf: (day: string): string => `Woche ab ${day}`,
    bar: (title: string, total: string, parts: readonly string[]): string =>
      `${title}: ${total}${parts.length > 1 ? `; ${parts.join(', ')}` : ''}`,
    part: (label: string, value: string): string => `${label} ${value}`,
    summary: {
      nothing: {
        tokens: 'Kein Verbrauch in diesem Zeitraum.',
        cost: 'Nichts in diesem Zeitraum hat bekannte Kosten.',
      } satisfies Record<Measure, string>,
      peak: (title: string, value: string): string => `höchster Wert: ${title}, ${value}`,
      lead: (label: string, percent: number): string => `${label} ${format.percent(percent)}`,
      join: (parts: readonly string[]): string => `${parts.join('; ')}.`,
      hidden: 'Der Anfang des Zeitraums fehlt: Für so kurze Schritte ist er zu lang.',
    },
  };
}

/** The table with all rows. */
function createTableMessages(format: Formats) {
  return {
    title: 'Alle Zeilen',
    label: 'Verbrauchstabelle',
    pages: 'Seiten der Tabelle',
    withoutKey: withoutKeyNames,
    columns: {
      key: reportKeyNames,
      source: 'Quelle',
      last: 'Zuletzt',
      total: 'Summe',
      cost: 'Kosten',
      input: 'Eingabe',
      output: 'Ausgabe',
      cacheWrite: 'Cache-Schreiben',
      cacheRead: 'Cache-Lesen',
    },
    costTitle: 'Kosten im API-Gegenwert: was es über die API kosten würde',
    noCostFor: (models: string): string => `Für ${models} sind keine Kosten bekannt.`,
    page: (page: number, of: number): string => `Seite ${format.integer(page)} von ${format.integer(of)}`,
  };
}

/** The history: choices, chart and table. */
export function createHistoryMessages(format: Formats) {
  return {
    title: 'Verlauf',
    groupBy: 'Gruppieren nach',
    groupings: { ...reportKeyNames, week: 'Woche' } satisfies Record<ReportKey, string>,
    splitBy: 'Aufteilen nach',
    splits: { ...reportKeyNames, source: 'Quelle' },
    show: 'Zeigen',
    measures: { tokens: 'Tokens', cost: 'Kosten' } satisfies Record<Measure, string>,
    range: 'Zeitraum',
    ranges: {
      '7': 'Letzte 7 Tage',
      '30': 'Letzte 30 Tage',
      '90': 'Letzte 90 Tage',
      '365': 'Letztes Jahr',
      all: 'Gesamter Zeitraum',
    },
    loading: 'Verlauf wird geladen',
    loadingText: 'Wird summiert …',
    empty: {
      title: 'Kein Verbrauch in diesem Zeitraum',
      allTime: 'Verbrauch erscheint hier, sobald ein Agent sein erstes Log schreibt.',
      shorter: 'Wähle einen längeren Zeitraum oder komm nach der nächsten Sitzung wieder.',
      showAll: 'Gesamten Zeitraum zeigen',
    },

    figures,
    noCostFor: (models: string): string => `Für ${models} sind keine Kosten bekannt; die Summen enthalten sie nicht.`,
    unfinished: (responses: number): string =>
      `Die Logs zeigen nicht, wie ${format.integer(responses)} ${format.plural(responses, { one: 'Antwort endete', other: 'Antworten endeten' })}; die Ausgabe kann höher sein.`,

    chart: createChartMessages(format),
    table: createTableMessages(format),
  };
}
