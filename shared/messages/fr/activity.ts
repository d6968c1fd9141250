import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { describeOpenedTerminal } from './terminals.ts';
import { createUnits } from './units.ts';

/** Sessions that run. */
export function createActivity(format: Formats): Translation['activity'] {
  const { ago, duration } = createUnits(format);
  return {
    sessions: {
      states: { working: 'Travaille', waiting: 'En attente', idle: 'Inactive', paused: 'En pause' },
      quiet: { waiting: (ms) => `attend depuis ${duration(ms)}`, idle: (ms) => `inactive depuis ${duration(ms)}` },
      count: (count) => `${format.integer(count)} ${format.plural(count, { one: 'session', other: 'sessions' })}`,
      use: (cpuRatio, rssBytes) =>
        `${cpuRatio === null ? '' : `${format.percent(cpuRatio * 100)} · `}${format.bytes(rssBytes)}`,
      context: (tokens) => `${tokens} ctx`,
      contextTitle: 'Tokens de son dernier prompt, hors sous-agents : le remplissage du contexte',
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
      endHint: 'Une demande d’arrêt d’abord, puis un arrêt forcé. Le travail non enregistré est perdu.',
      endFact: (label, pid, processes, rssBytes) =>
        `${label}, processus ${pid}${processes > 1 ? ` et ${format.integer(processes - 1)} qu’il a lancés` : ''}, ${format.bytes(rssBytes)}`,
      paused: (name) => `${name} est en pause.`,
      resumed: (name) => `${name} reprend.`,
      noFolder: 'Son dossier est inconnu.',
      joinUse: (quiet, use) => `${quiet} · ${use}`,
      joined: {
        certain: 'Son processus est connu avec certitude.',
        likely: 'Son processus a été trouvé par son dossier ; c’est probablement le bon.',
        possible: 'Plusieurs processus sont possibles ; voici la meilleure hypothèse.',
      },
      withoutSession: 'aucune session connue',
      menu: (name) => `Actions pour ${name}`,
      showFolder: 'Afficher le dossier',
      showTerminal: 'Afficher le terminal',
      terminal: describeOpenedTerminal,
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
    ownTitle: (sinceMs, writtenBytes, wakeUps) =>
      `Mesuré sur ${duration(sinceMs)}` +
      (writtenBytes === null ? '' : ` ; ${format.bytes(writtenBytes)} écrits sur disque depuis le démarrage`) +
      (wakeUps === null
        ? ''
        : ` ; ${format.integer(wakeUps)} ${format.plural(wakeUps, { one: 'réveil', other: 'réveils' })} par seconde`),
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
      `le système ne le permet pas, ou ${format.plural(count, { one: 'il n’appartient plus', other: 'ils n’appartiennent plus' })} à un agent.`,
  };
}
