import type { Formats } from '../format/formats.ts';
import { ofName } from './elide.ts';
import { responseWords } from './count-words.ts';
import { reportKeyNames, withoutKeyNames } from './report-words.ts';

const rowWords = { one: 'ligne', other: 'lignes' };

/** One session over time. */
function createTimelineMessages(format: Formats) {
  return {
    title: 'Chronologie',
    missing: 'La base ne contient pas cette session.',
    facts: (responses: number, tokens: string): string =>
      `${format.integer(responses)} ${format.plural(responses, responseWords)}, ${tokens}`,
    tokens: 'Tokens par réponse',
    context: 'Contexte : prompt de chaque réponse',
    cost: 'Coût jusqu’ici',
    cpu: 'Processeur, % d’un cœur',
    memory: 'Mémoire',
    noProcesses: 'Ses processus n’ont pas été suivis ; leur consommation est inconnue.',
    subagents: (responses: number, percent: number): string =>
      `Sous-agents : ${format.integer(responses)} ${format.plural(responses, responseWords)}, ${format.percent(percent)} des tokens.`,
    noSubagents: 'Aucun sous-agent.',
    otherSubagents: 'Autres, non nommés dans le journal',
    ownSession: 'session distincte',
    startedBy: (session: string): string => `Lancée par la session ${session}.`,
    peak: (tokens: string): string => `Plus grand prompt : ${tokens}.`,
    peakAtLeast: (tokens: string): string => `Plus grand prompt : au moins ${tokens}.`,
    main: 'L’agent',
    subagent: 'Sous-agents',
    read: 'Lu depuis le cache',
    written: 'Écrit dans le cache',
    fresh: 'Nouvelles entrées',
    output: 'Sortie',
    coarse: 'De certaines parties de cette session, il ne reste que des sommes par quart d’heure.',
  };
}

/** The table of everything, and its drill-downs. */
export function createExploreMessages(format: Formats) {
  return {
    groupBy: 'Regrouper par',
    thenBy: 'puis par',
    thenNothing: 'Rien de plus',
    within: (outer: string, inner: string): string => `${outer} › ${inner}`,
    inside: (name: string): string => `Lignes ${ofName(name)}`,
    openAll: 'Tout déplier',
    foldAll: 'Tout replier',
    groupings: { ...reportKeyNames, source: 'Agent', repository: 'Dépôt', week: 'Semaine' },
    withoutKey: withoutKeyNames,
    filter: 'Filtrer',
    filterHint: 'Nom, agent ou modèle',
    columnsLabel: 'Colonnes',
    label: 'Tableau d’utilisation',
    columns: {
      source: 'Agent',
      last: 'Dernier usage',
      responses: 'Réponses',
      total: 'Tokens',
      cost: 'Coût',
      cached: 'Du cache',
      input: 'Entrée',
      output: 'Sortie',
      cacheWrite: 'Écriture cache',
      cacheRead: 'Lecture cache',
      models: 'Modèles',
    },
    costTitle: 'Coût équivalent API : ce que cela coûterait via l’API',
    noCostFor: (models: string): string => `Aucun coût connu pour ${models}.`,
    rows: (count: number): string => `${format.integer(count)} ${format.plural(count, rowWords)}`,
    shownOf: (shown: number, of: number): string =>
      `${format.integer(shown)} sur ${format.integer(of)} ${format.plural(of, rowWords)}`,
    totals: (tokens: string, cost: string | null): string => (cost === null ? tokens : `${tokens}, ${cost}`),
    none: 'Aucune utilisation sur cette période',
    noneText: 'Choisissez une période plus longue, ou revenez après la prochaine session.',
    noMatch: 'Rien ne correspond au filtre',
    showAll: 'Afficher depuis le début',
    crumbs: 'Chemin',
    everything: 'Tout',
    sessionsOf: (name: string): string => `Sessions ${ofName(name)}`,
    sessionAt: (project: string, at: string): string => `${project}, ${at}`,
    worktrees: 'Les worktrees comptent avec leur dépôt quand leur chemin l’indique.',
    open: (name: string): string => `Ouvrir ${name}`,
    timeline: createTimelineMessages(format),
  };
}
