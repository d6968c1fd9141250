import type { PeriodKind, ReportKey } from '../../domain/report.ts';
import type { Formats } from '../format/formats.ts';
import { responseWords, tokenWords } from './count-words.ts';
import { reportKeyNames, withoutKeyNames } from './report-words.ts';

type Measure = 'tokens' | 'cost';

const spans: Readonly<Record<PeriodKind, { readonly one: string; readonly other: string }>> = {
  day: { one: 'jour', other: 'jours' },
  week: { one: 'semaine', other: 'semaines' },
  month: { one: 'mois', other: 'mois' },
};
const measures: Readonly<Record<Measure, string>> = { tokens: 'Tokens', cost: 'Coût équivalent API' };

/** The figures above the chart. */
const figures = {
  tokens: 'Tokens',
  cost: 'Coût équivalent API',
  costTitle: 'Ce que cela coûterait via l’API. Un abonnement ne le facture pas.',
  notABill: 'Pas une facture',
  responses: 'Réponses',
  cached: 'Lu depuis le cache',
};

/** The chart, as it is seen and read aloud. */
function createChartMessages(format: Formats) {
  return {
    title: (measure: Measure, by: PeriodKind): string => `${measures[measure]} par ${spans[by].one}`,
    emptyBar: { tokens: 'Aucune utilisation', cost: 'Aucune utilisation au coût connu' } satisfies Record<
      Measure,
      string
    >,
    legend: 'Légende',
    tokens: (tokens: number): string => `${format.compact(tokens)} ${format.plural(tokens, tokenWords)}`,
    others: (count: number): string =>
      `${format.integer(count)} ${format.plural(count, { one: 'autre', other: 'autres' })}`,
    weekOf: (day: string): string => `Semaine du ${day}`,
    bar: (title: string, total: string, parts: readonly string[]): string =>
      `${title} : ${total}${parts.length > 1 ? ` ; ${parts.join(', ')}` : ''}`,
    part: (label: string, value: string): string => `${label} ${value}`,
    summary: {
      nothing: {
        tokens: 'Aucune utilisation sur cette période.',
        cost: 'Rien sur cette période n’a de coût connu.',
      } satisfies Record<Measure, string>,
      peak: (title: string, value: string): string => `maximum : ${title}, ${value}`,
      lead: (label: string, percent: number): string => `${label} ${format.percent(percent)}`,
      join: (parts: readonly string[]): string => `${parts.join(' ; ')}.`,
      hidden: 'Le début de la période manque : elle est trop longue pour des pas si courts.',
    },
  };
}

/** The table with all rows. */
function createTableMessages(format: Formats) {
  return {
    title: 'Toutes les lignes',
    label: 'Tableau d’utilisation',
    pages: 'Pages du tableau',
    withoutKey: withoutKeyNames,
    columns: {
      key: reportKeyNames,
      source: 'Source',
      last: 'Dernier usage',
      total: 'Total',
      cost: 'Coût',
      input: 'Entrée',
      output: 'Sortie',
      cacheWrite: 'Écriture cache',
      cacheRead: 'Lecture cache',
    },
    costTitle: 'Coût équivalent API : ce que cela coûterait via l’API',
    noCostFor: (models: string): string => `Aucun coût connu pour ${models}.`,
    page: (page: number, of: number): string => `Page ${format.integer(page)} sur ${format.integer(of)}`,
  };
}

/** The history: choices, chart and table. */
export function createHistoryMessages(format: Formats) {
  return {
    title: 'Historique',
    groupBy: 'Regrouper par',
    groupings: { ...reportKeyNames, week: 'Semaine' } satisfies Record<ReportKey, string>,
    splitBy: 'Répartir par',
    splits: { ...reportKeyNames, source: 'Source' },
    show: 'Afficher',
    measures: { tokens: 'Tokens', cost: 'Coût' } satisfies Record<Measure, string>,
    range: 'Période',
    ranges: {
      '7': '7 derniers jours',
      '30': '30 derniers jours',
      '90': '90 derniers jours',
      '365': 'Dernière année',
      all: 'Depuis le début',
    },
    loading: 'Chargement de l’historique',
    loadingText: 'Addition en cours…',
    empty: {
      title: 'Aucune utilisation sur cette période',
      allTime: 'L’utilisation apparaît ici dès qu’un agent écrit son premier journal.',
      shorter: 'Choisissez une période plus longue, ou revenez après la prochaine session.',
      showAll: 'Afficher depuis le début',
    },

    figures,
    noCostFor: (models: string): string => `Aucun coût connu pour ${models} ; les totaux ne le comprennent pas.`,
    unfinished: (responses: number): string =>
      `Les journaux ne montrent pas la fin de ${format.integer(responses)} ${format.plural(responses, responseWords)} ; la sortie peut être plus élevée.`,

    chart: createChartMessages(format),
    table: createTableMessages(format),
  };
}
