import type { Formats } from '../format/formats.ts';
import { dayWords } from './count-words.ts';

/** What the same usage would cost otherwise. */
function createWhatIfMessages(format: Formats) {
  return {
    estimated:
      'Estimé aux prix publics. Les modèles comptent les tokens différemment ; le coût d’un autre modèle n’est qu’indicatif.',
    asModel: 'Aussi avec le modèle',
    asModelHint: 'Nom exact d’un modèle',
    models: 'Si tout était allé à un seul modèle',
    model: 'Modèle',
    used: 'utilisé',
    actual: 'Tel quel, aux prix publics',
    cache: 'Si le cache avait servi autrement',
    withoutCache: 'Sans cache',
    all5m: 'Toutes les écritures pour 5 minutes',
    all1h: 'Toutes les écritures pour une heure',
    partly: (percent: number): string => `Seuls ${format.percent(percent)} des tokens ont un prix connu.`,
    plans: 'Forfaits',
    plansNote: (days: number): string =>
      `Un mois de 30 jours au rythme de cette période (${format.integer(days)} ${format.plural(days, dayWords)}), aux prix publics, comparé au prix de chaque forfait.`,
    plan: 'Forfait',
    price: 'Par mois',
    worth: 'Même usage via l’API',
    breakEven: 'Rentable à partir de',
    factor: (factor: string): string => `${factor}×`,
    yours: { provider: 'le vôtre, selon le fournisseur', setting: 'le vôtre, selon les réglages' },
    unknownPlan: 'Votre forfait est inconnu : ni un fournisseur ni les réglages ne l’indiquent.',
    noPlans: 'Aucun forfait connu pour ces agents.',
    bringsIn: (percent: number, isPartial: boolean): string =>
      `une utilisation valant ${format.percent(percent, isPartial)} de son prix`,
  };
}

/** The use of the cache. */
function createCoachMessages() {
  return {
    estimated:
      'Estimé : une reconstruction est une écriture cache volumineuse après une pause plus longue que la durée de vie du cache.',
    none: 'Aucun cache utilisé sur cette période.',
    model: 'Modèle',
    write5m: 'Écritures, 5 min',
    write1h: 'Écritures, 1 h',
    read: 'Lectures',
    saved: 'Économisé',
    rebuilds: 'Reconstructions',
    lost: 'Perdu',
    label: 'Utilisation du cache',
    cut: (since: string): string => `Seuls les 90 derniers jours de la période sont examinés, à partir du ${since}.`,
    advice: {
      longer: (model: string, money: string): string =>
        `${model} : un cache d’une heure aurait économisé environ ${money} après de courtes pauses, ses écritures plus chères déduites.`,
      shorter: (model: string, money: string): string =>
        `${model} : avec des écritures pour 5 minutes, le coût aurait été inférieur d’environ ${money} ; reconstructions non comptées.`,
      fine: 'Rien à changer : aucune autre durée n’aurait été nettement moins chère.',
    },
  };
}

/** Two ranges, what if, and the use of the cache. */
export function createCompareMessages(format: Formats) {
  return {
    tabs: { ranges: 'Deux périodes', whatIf: 'Et si', cache: 'Conseils cache', accounts: 'Rapprochement' },
    tabsLabel: 'Quoi comparer',
    by: 'Par',
    left: 'Première période',
    right: 'Seconde période',
    noRangeBefore: 'Rien ne précède le début : ce sont les 30 derniers jours qui sont comparés.',
    from: 'Du',
    to: 'Au',
    name: 'Nom',
    change: 'Évolution',
    tokens: 'Tokens',
    cost: 'Coût équivalent API',
    total: 'Total',
    isNew: 'nouveau',
    isGone: 'disparu',
    title: (left: string, right: string): string => `${left} face à ${right}`,
    none: 'Aucune utilisation sur l’une ni l’autre période.',
    label: 'Tableau de comparaison',
    whatIf: createWhatIfMessages(format),
    coach: createCoachMessages(),
  };
}
