import type { Formats } from '../format/formats.ts';
import { createProcessFacts } from './process-facts.ts';

/** The live tree of processes. */
export function createProcessViewMessages(format: Formats) {
  return {
    none: 'Aucun agent en cours',
    noneText: 'Les agents apparaissent ici, avec tout ce qu’ils ont lancé, dès que l’un d’eux tourne.',
    label: 'Processus des agents',
    loading: 'Recherche des processus…',
    name: 'Processus',
    kind: 'Type',
    kinds: {
      agent: 'agent',
      'mcp-server': 'serveur MCP',
      'language-server': 'serveur de langage',
      shell: 'shell',
      other: 'programme',
    },
    cpu: 'Processeur',
    memory: 'Mémoire',
    pid: 'PID',
    age: 'Durée',
    ports: 'Ports',
    paused: 'en pause',
    startedBy: (label: string, pid: number): string => `lancé par ${label} (${pid})`,
    detached: 'son terminal a disparu',
    idle: 'inactif, occupe encore de la mémoire',
    hog: 'consomme le plus',
    actions: 'Actions',
    pause: 'Suspendre',
    resume: 'Reprendre',
    end: 'Terminer…',
    cancel: 'Annuler',
    confirmTitle: (name: string): string => `Terminer ${name} ?`,
    confirmText: (count: number): string =>
      `${format.integer(count)} ${format.plural(count, { one: 'processus se termine', other: 'processus se terminent' })}, d’abord sur demande, puis de force. Le travail non enregistré est perdu.`,
    confirm: 'Terminer',
    facts: createProcessFacts(format),
    failed: (count: number): string =>
      `${format.integer(count)} ${format.plural(count, { one: 'processus n’a pas pu être modifié', other: 'processus n’ont pas pu être modifiés' })}.`,
    total: (agents: number, processes: number, memory: string): string =>
      `${format.integer(agents)} ${format.plural(agents, { one: 'agent', other: 'agents' })}, ${format.integer(processes)} ${format.plural(processes, { one: 'processus', other: 'processus' })}, ${memory}`,
  };
}
