import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { createUnits } from './limits.ts';

export const common: Translation['common'] = {
  provenance: {
    official: { label: 'officiel', title: 'Communiqué par le fournisseur.' },
    measured: { label: 'mesuré', title: 'Additionné à partir des journaux de cet ordinateur.' },
    estimated: { label: 'estimé', title: 'Estimé d’après les journaux ; le fournisseur ne publie pas ce chiffre.' },
    stale: { label: 'ancien', title: 'Communiqué il y a un moment par le fournisseur ; peut avoir changé.' },
    unknown: { label: 'inconnu', title: 'Inconnu.' },
  },
  unknown: 'Inconnu',
  noProject: 'Aucun projet',
  apiEquivalentCost: 'Coût équivalent API',
  noCostKnown: 'Aucun coût connu',
  tryAgain: 'Réessayer',
  noAnswer: 'Fuelgauge ne répond pas.',
  severity: { warning: 'Avertissement', error: 'Erreur', critical: 'Critique' },
  on: 'Activé',
  off: 'Désactivé',
};

export const windows: Translation['windows'] = {
  overview: 'Vue d’ensemble',
  explore: 'Explorer',
  limits: 'Limites',
  processes: 'Processus',
  apps: 'Apps et sites',
  alerts: 'Alertes',
  compare: 'Comparer',
  settings: 'Réglages',
  pause: 'Suspendre',
  resume: 'Reprendre',
  quit: 'Quitter',
  views: 'Vues',
  usage: 'Utilisation',
  errors: 'Erreurs',
  warnings: 'Avertissements',
  lastKnownState: 'Vous voyez le dernier état connu.',
  waiting: 'Récupération des derniers chiffres…',
  paused: 'En pause. Les chiffres ne changent pas avant la reprise.',
  noUsageThisWeek: 'Aucune utilisation cette semaine',
  popover: {
    sections: {
      limits: 'Limites',
      now: 'Maintenant',
      today: 'Aujourd’hui',
      sessions: 'Sessions',
      attention: 'À surveiller',
    },
    arrange: 'Organiser',
    undo: 'Annuler',
    done: 'Terminé',
    more: 'Plus',
    keepOpen: 'Garder ouvert',
    hide: 'Flouter les noms et les montants',
  },
  tokensToday: (tokens) => `${tokens} tokens aujourd’hui`,
  noUsageToday: 'Aucune utilisation aujourd’hui',
  scanning: (percent) => `Lecture des journaux, ${percent}`,
};

/** Usage and burn rates. */
export function createUsage(format: Formats): Translation['usage'] {
  return {
    title: 'Utilisation',
    today: 'Aujourd’hui',
    week: 'Cette semaine',
    all: 'Tout',
    none: 'Aucune utilisation',
    now: 'Maintenant',
    perMinute: 'tokens/min',
    costPerHour: (cost) => `${cost} par heure`,
    lastHour: 'Dernière heure',
    idle: 'Aucune utilisation depuis une heure',
    tokens: 'tokens',
    fromCache: 'Depuis le cache',
    ofUsualDay: (share) => `${format.percent(share)} d’un jour habituel`,
    thisWeek: (tokens, cost) => `${tokens} cette semaine${cost === null ? '' : `, ${cost}`}`,
    noCost: 'Aucun coût connu.',
    notABill: 'Équivalent API ; pas une facture.',
  };
}

/** Sessions that run. */
export function createActivity(format: Formats): Translation['activity'] {
  const { ago, duration } = createUnits(format);
  return {
    sessions: {
      states: { working: 'Travaille', waiting: 'En attente', idle: 'Inactive', paused: 'En pause' },
      quiet: { waiting: (ms) => `attend, ${duration(ms)}`, idle: (ms) => `inactive ${duration(ms)}` },
      count: (count) => `${format.integer(count)} ${format.plural(count, { one: 'session', other: 'sessions' })}`,
      withoutSession: 'aucune session connue',
      menu: (name) => `Actions pour ${name}`,
      showFolder: 'Afficher le dossier',
      showTerminal: 'Afficher le terminal',
      details: 'Détails',
      pause: 'Suspendre',
      resume: 'Reprendre',
      end: 'Terminer…',
      more: (count) => `${format.integer(count)} de plus dans l’historique`,
      showAll: (count) => `Tout afficher (${format.integer(count)})`,
      meta: (agent, ageMs) => `${agent} · ${ago(ageMs)}`,
    },
  };
}
