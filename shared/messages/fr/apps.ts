import type { ActivityCategory } from '../../domain/activity.ts';
import type { HistoryFailure } from '../../domain/activity-sums.ts';
import type { DayKey } from '../../domain/calendar-day.ts';
import { usDollar } from '../../domain/money.ts';
import type { Formats } from '../format/formats.ts';
import { browserNames } from '../en/activity-words.ts';
import { activityCategoryNames } from './activity-words.ts';
import { ofName } from './elide.ts';
import { createUnits } from './units.ts';

/** The parts of the view. */
const parts = {
  sites: { title: 'Sites d’IA', switch: 'Sites d’IA dans l’historique des navigateurs' },
  apps: { title: 'Apps d’IA', switch: 'Temps passé dans les apps d’IA' },
  commands: { title: 'Outils d’IA dans les shells', switch: 'Outils d’IA dans les shells' },
  apis: { title: 'Requêtes aux API d’IA', switch: 'Recevoir les données de l’extension de navigateur' },
} as const;

const failures: Readonly<Record<HistoryFailure, string>> = {
  'not-allowed': 'ce système ne laisse pas Fuelgauge le lire',
  'too-large': 'il est trop gros pour être copié',
  unreadable: 'il n’a pas pu être lu cette fois',
};

/** The view of AI sites, apps and tools. */
export function createAppsMessages(format: Formats) {
  const { duration } = createUnits(format);
  return {
    parts,
    label: 'Nom',
    active: 'Actif',
    counts: { sites: 'Visites', apps: 'Utilisations', commands: 'Appels', apis: 'Requêtes' },
    cost: 'Coût estimé',
    settings: 'Réglages',
    off: (name: keyof typeof parts): string => `Non relevé. Activez « ${parts[name].switch} » dans les réglages.`,
    none: {
      sites: 'Aucun site listé utilisé sur cette période.',
      apps: 'Aucune app listée utilisée sur cette période.',
      commands: 'Aucun outil connu appelé sur cette période.',
      apis: 'Aucune requête sur cette période.',
    },
    category: (category: ActivityCategory): string => activityCategoryNames[category],
    browser: (name: string): string => browserNames[name] ?? name,
    time: (activeMs: number, isEstimated: boolean): string => `${isEstimated ? '~' : ''}${duration(activeMs)}`,
    money: (costMicroUsd: number): string => {
      const amount = format.money(costMicroUsd, usDollar);
      return amount.startsWith('<') ? amount : `~${amount}`;
    },
    estimatedTime: 'Estimé d’après les visites d’un historique de navigateur',
    measuredTime: 'Mesuré',
    costKind: 'Estimé : temps actif à un tarif horaire, ou tokens au prix public',
    note: (day: DayKey | null): string =>
      '~ signale une estimation. Le coût est le temps actif à vos tarifs horaires' +
      (day === null ? '.' : ` ; là où vous n’en avez pas fixé, aux tarifs par défaut du ${format.day(day)}.`),
    undated: (count: number): string =>
      `${format.integer(count)} ${format.plural(count, { one: 'appel vient', other: 'appels viennent' })} d’historiques de shell sans horodatage, donc d’un jour inconnu.`,
    focusUnknown: 'La fenêtre au premier plan n’est pas connue sur ce bureau.',
    failure: (browser: string, failure: HistoryFailure): string =>
      `L’historique ${ofName(browserNames[browser] ?? browser)} a été ignoré : ${failures[failure]}.`,
  };
}
