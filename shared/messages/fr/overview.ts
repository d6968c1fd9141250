import type { RangeNameWord } from '../range-words.ts';
import type { Formats } from '../format/formats.ts';
import { dayWords, timeWords } from './count-words.ts';

const sessionWords = { one: 'session', other: 'sessions' };
const projectWords = { one: 'projet', other: 'projets' };

const ranges: Readonly<Record<RangeNameWord, { readonly short: string; readonly long: string }>> = {
  today: { short: 'Aujourd’hui', long: 'Aujourd’hui' },
  '7': { short: '7 jours', long: '7 derniers jours' },
  '30': { short: '30 jours', long: '30 derniers jours' },
  '90': { short: '90 jours', long: '90 derniers jours' },
  '365': { short: 'Année', long: '365 derniers jours' },
  all: { short: 'Tout', long: 'Depuis le début' },
  custom: { short: 'Autre', long: 'Autre période' },
};

/** Which days are shown, in all views. */
export function createRangeMessages(format: Formats) {
  return {
    label: 'Période',
    names: ranges,
    from: 'Du',
    to: 'Au',
    days: (count: number): string => `${format.integer(count)} ${format.plural(count, dayWords)}`,
    between: (since: string, until: string): string => `${since} – ${until}`,
  };
}

/** Words that all charts share. */
export function createChartWords() {
  return {
    showAll: 'Tout afficher',
    time: 'Temps',
    exportLabel: 'Exporter ce qui est affiché',
    withoutNames: 'Sans les noms',
    exportAs: { csv: 'CSV', json: 'JSON', png: 'Image PNG' },
    zoomHint: 'Glissez pour zoomer, double-cliquez pour tout afficher',
  };
}

/** The figures at the top. */
function createFigureMessages(format: Formats) {
  return {
    label: 'Chiffres',
    tokens: 'Tokens',
    cost: 'Équivalent API',
    cache: 'Depuis le cache',
    sessions: 'Sessions',
    stops: 'Arrêts par limite',
    change: (percent: string, days: string): string => `${percent} vs période d’avant (${days})`,
    changeUpTo: (percent: string, days: string, moment: string): string =>
      `${percent} vs période d’avant (${days}, jusqu’à : ${moment})`,
    isNew: 'Rien sur la période d’avant',
    isNewUpTo: (moment: string): string => `Rien sur la période d’avant (jusqu’à : ${moment})`,
    noBefore: 'Aucune période antérieure à comparer',
    saved: (money: string): string => `environ ${money} économisés`,
    costMore: (money: string): string => `a coûté environ ${money} de plus qu’il n’a fait économiser`,
    projects: (count: number): string => `dans ${format.integer(count)} ${format.plural(count, projectWords)}`,
    times: (count: number): string => `${format.integer(count)} ${format.plural(count, timeWords)}`,
    stopsNote: 'd’après les relevés du fournisseur',
    stopsTitle: 'Limites qui ont été épuisées',
    noReadings: 'Aucune limite relevée sur cette période',
    notABill: 'Prix publics ; pas une facture',
    savedTitle: 'Estimé : ce que les mêmes tokens coûteraient sans cache aux prix publics, moins leur coût',
  };
}

/** The hours of a week. */
function createWeekMessages(format: Formats) {
  return {
    title: 'Quand vous travaillez',
    label: (weekday: string, hour: string, percent: number): string =>
      `Maximum le ${weekday} à ${hour} : ${format.percent(percent)} des tokens.`,
    empty: 'Aucune utilisation sur cette période.',
    cell: (weekday: string, hour: string, value: string): string => `${weekday}, ${hour} : ${value}`,
    agentMinutes: (hours: string): string => `Les sessions ont travaillé environ ${hours} en tout.`,
    hours: (hours: number): string => `${format.integer(hours)} h`,
    minutes: (minutes: number): string => `${format.integer(minutes)} min`,
    peak: (sessions: number, at: string): string =>
      `Au plus ${format.integer(sessions)} ${format.plural(sessions, sessionWords)} à la fois (${at}).`,
    estimated: 'Estimé d’après l’heure des réponses',
  };
}

/** The overview. */
export function createOverviewMessages(format: Formats) {
  return {
    figures: createFigureMessages(format),
    step: 'Intervalle',
    steps: { hour: 'Heure', day: 'Jour', week: 'Semaine', month: 'Mois' },
    perStep: {
      tokens: {
        hour: 'Tokens par heure',
        day: 'Tokens par jour',
        week: 'Tokens par semaine',
        month: 'Tokens par mois',
      },
      cost: {
        hour: 'Coût équivalent API par heure',
        day: 'Coût équivalent API par jour',
        week: 'Coût équivalent API par semaine',
        month: 'Coût équivalent API par mois',
      },
    },
    splitBy: 'Répartir par',
    splits: { source: 'Agent', model: 'Modèle', project: 'Projet', class: 'Type' },
    classes: { output: 'Sortie', input: 'Nouvelles entrées', write: 'Écritures cache', read: 'Lectures cache' },
    calendar: {
      title: 'L’année écoulée, jour par jour',
      label: (used: number, of: number, best: string, value: string): string =>
        `${format.integer(used)} ${format.plural(used, dayWords)} d’utilisation sur ${format.integer(of)} ; maximum : ${best}, ${value}.`,
      empty: 'Aucune utilisation depuis un an.',
      cell: (day: string, value: string): string => `${day} : ${value}`,
      months: 'Mois',
    },
    week: createWeekMessages(format),
    places: {
      title: 'Où est passé l’argent',
      titleTokens: 'Où sont passés les tokens',
      none: 'Rien sur cette période.',
      others: 'Tout le reste',
      pair: (model: string, project: string): string => `${model} dans ${project}`,
      showAll: (count: number): string => `Tout afficher (${format.integer(count)})`,
      showLess: 'Afficher moins',
    },
  };
}
