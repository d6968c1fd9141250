import type { Formats } from '../format/formats.ts';
import { createProcessFacts } from './process-facts.ts';

/** The live tree of processes. */
export function createProcessViewMessages(format: Formats) {
  return {
    none: 'Kein Agent läuft',
    noneText: 'Agenten erscheinen hier mit allem, was sie gestartet haben, sobald einer läuft.',
    label: 'Prozesse von Agenten',
    loading: 'Prozesse werden gesucht …',
    name: 'Prozess',
    kind: 'Art',
    kinds: {
      agent: 'Agent',
      'mcp-server': 'MCP-Server',
      'language-server': 'Language-Server',
      shell: 'Shell',
      other: 'Programm',
    },
    cpu: 'Prozessor',
    memory: 'Speicher',
    pid: 'PID',
    age: 'Läuft seit',
    ports: 'Ports',
    paused: 'angehalten',
    startedBy: (label: string, pid: number): string => `gestartet von ${label} (${pid})`,
    detached: 'das Terminal ist weg',
    idle: 'untätig, belegt noch Speicher',
    hog: 'braucht am meisten',
    actions: 'Aktionen',
    pause: 'Anhalten',
    resume: 'Fortsetzen',
    end: 'Beenden …',
    cancel: 'Abbrechen',
    confirmTitle: (name: string): string => `${name} beenden?`,
    confirmText: (count: number): string =>
      `${format.integer(count)} ${format.plural(count, { one: 'Prozess wird', other: 'Prozesse werden' })} beendet: erst mit Aufforderung, dann mit Zwang. Nicht Gespeichertes geht verloren.`,
    confirm: 'Beenden',
    facts: createProcessFacts(format),
    failed: (count: number): string =>
      `${format.integer(count)} ${format.plural(count, { one: 'Prozess konnte', other: 'Prozesse konnten' })} nicht geändert werden.`,
    total: (agents: number, processes: number, memory: string): string =>
      `${format.integer(agents)} ${format.plural(agents, { one: 'Agent', other: 'Agenten' })}, ${format.integer(processes)} ${format.plural(processes, { one: 'Prozess', other: 'Prozesse' })}, ${memory}`,
  };
}
