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
  noProjectReason: 'Le journal ne dit pas dans quel dossier il s’exécutait.',
  spoken: (word) => `${word} : `,
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
  windowTitle: (view) => `Fuelgauge – ${view}`,
  palette: {
    title: 'Aller à',
    open: 'Chercher une vue ou une période',
    hint: 'Vue, période ou regroupement',
    none: 'Rien de ce nom.',
    range: (name) => `Période : ${name}`,
    exploreBy: (name) => `Explorer par : ${name}`,
  },
  noUsageThisWeekText:
    'Les chiffres apparaissent ici à la prochaine réponse d’un agent. L’utilisation antérieure est dans la vue d’ensemble.',
  onlyInApp: 'Cette page ne fonctionne que dans l’app Fuelgauge.',
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
    nowTitle: 'Sur les 15 dernières minutes : tous les tokens, cache compris, et leur coût équivalent API',
    lastHourLine: (tokens, peak) => `Dernière heure : ${tokens} tokens, au plus ${peak} en une minute`,
    cached: (share, saved) => (saved === null ? `${share} du cache` : `cache : ${saved} gagnés`),
    savedTitle: 'Économie estimée : par rapport aux mêmes tokens sans cache, aux prix publics',
    fromCacheTitle: (read, input) => `${read} des ${input} tokens d’entrée viennent du cache`,
    ofUsualDayTitle: (tokens, days) =>
      `Un jour habituel compte ${tokens} tokens : médiane de ${days} jours d’utilisation sur les quatre dernières semaines`,
    costExcludes: (models) => `Sans ${models}, dont le coût est inconnu.`,
    burn: {
      title: 'Rythme',
      idle: 'Aucune utilisation depuis une heure.',
      noUsage: 'Aucune utilisation sur cette période',
      lastHour: 'Dernière heure',
      tokens: 'Tokens',
      fresh: 'Nouveaux',
      cost: 'Coût',
      perMinute: '/ min',
      perHour: '/ heure',
      tokensTitle: 'Tous les tokens, cache compris',
      freshTitle: 'Nouvelles entrées et sorties, hors cache',
      costTitle: 'Coût équivalent API : ce que les tokens coûteraient via l’API',
    },
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
      contextTitle: 'Tokens de sa dernière requête, hors sous-agents : le remplissage du contexte',
      rate: (tokens) => `${tokens} par minute sur les 15 dernières minutes`,
      useTitle: 'Processeur, en part d’un cœur, et mémoire de ses processus',
      totalUse: (cpuRatio, rssBytes) =>
        `${format.bytes(rssBytes)}${cpuRatio === null ? '' : ` · ${format.percent(cpuRatio * 100)} d’un cœur`}`,
      endTitle: (count) =>
        format.plural(count, {
          one: 'Terminer ce processus ?',
          other: `Terminer ces ${format.integer(count)} processus ?`,
        }),
      looking: 'Recherche de ce qu’elle a lancé…',
      hasEnded: 'Déjà terminée.',
      endHint: 'D’abord une demande, puis de force. Ce qui n’est pas enregistré est perdu.',
      paused: (name) => `${name} est en pause.`,
      resumed: (name) => `${name} reprend.`,
      noFolder: 'Son dossier est inconnu.',
      joined: {
        certain: 'Son processus est connu avec certitude.',
        likely: 'Son processus a été trouvé par son dossier ; c’est probablement le bon.',
        possible: 'Plusieurs processus sont possibles ; voici la meilleure hypothèse.',
      },
      withoutSession: 'aucune session connue',
      menu: (name) => `Actions pour ${name}`,
      showFolder: 'Afficher le dossier',
      showTerminal: 'Afficher le terminal',
      details: 'Détails',
      pause: 'Suspendre',
      resume: 'Reprendre',
      end: 'Terminer…',
      more: (count) => `${format.integer(count)} de plus dans « Explorer »`,
      showAll: (count) => `Tout afficher (${format.integer(count)})`,
      meta: (agent, ageMs) => `${agent} · ${ago(ageMs)}`,
    },
    orphans: createOrphans(format),
    own(cpuRatio, bytes) {
      const cpu = cpuRatio === null ? '' : `${format.precisePercent(cpuRatio * 100)} CPU, `;
      return `Fuelgauge lui-même : ${cpu}${format.bytes(bytes)}`;
    },
    ownTitle: (sinceMs, writtenBytes) =>
      `Mesuré sur ${duration(sinceMs)}` +
      (writtenBytes === null ? '' : ` ; ${format.bytes(writtenBytes)} écrits depuis le démarrage`),
  };
}

/** What agents left behind. */
function createOrphans(format: Formats): NonNullable<Translation['activity']>['orphans'] {
  const { ago, duration } = createUnits(format);
  return {
    title: 'Abandonnés',
    end: 'Terminer…',
    endOf: (name) => `Terminer ${name} et tout ce qu’il a lancé`,
    question: (count) =>
      format.plural(count, {
        one: 'Terminer ce processus ?',
        other: `Terminer ces ${format.integer(count)} processus ?`,
      }),
    confirm: (count) => `Terminer ${format.integer(count)} processus`,
    keep: 'Garder',
    proof(agent, goneMs, ageMs, cpuRatio) {
      const gone = agent === null || goneMs === null ? 'Ce qui l’a lancé a disparu' : `${agent} terminé ${ago(goneMs)}`;
      const cpu = cpuRatio === null ? '' : ` · ${format.percent(cpuRatio * 100)} CPU`;
      return `${gone} · lancé il y a ${duration(ageMs)}${cpu}`;
    },
    notEnded: (count) =>
      `${format.integer(count)} processus ${format.plural(count, { one: 'n’a pas pu être terminé', other: 'n’ont pas pu être terminés' })} : ` +
      'le système ne le permet pas, ou aucun agent n’en est plus à l’origine.',
  };
}
