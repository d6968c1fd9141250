import type { Formats } from '../format/formats.ts';
import { createProcessFacts } from './process-facts.ts';

/** The live tree of processes. */
export function createProcessViewMessages(format: Formats) {
  return {
    none: 'No agent is running',
    noneText: 'Agents appear here, with everything they started, as soon as one runs.',
    label: 'Processes of agents',
    loading: 'Looking up the processes…',
    name: 'Process',
    kind: 'Kind',
    kinds: {
      agent: 'agent',
      'mcp-server': 'MCP server',
      'language-server': 'language server',
      shell: 'shell',
      other: 'program',
    },
    cpu: 'Processor',
    memory: 'Memory',
    pid: 'PID',
    age: 'Runs for',
    ports: 'Ports',
    paused: 'paused',
    startedBy: (label: string, pid: number): string => `started by ${label} (${pid})`,
    detached: 'its terminal is gone',
    idle: 'idle, still holds memory',
    hog: 'uses most',
    actions: 'Actions',
    pause: 'Pause',
    resume: 'Resume',
    end: 'End…',
    cancel: 'Cancel',
    confirmTitle: (name: string): string => `End ${name}?`,
    confirmText: (count: number): string =>
      `${format.integer(count)} ${format.plural(count, { one: 'process ends', other: 'processes end' })}: asked to stop first, then forced to. ` +
      `${format.plural(count, { one: 'Its unsaved work', other: 'Their unsaved work' })} is lost.`,
    confirm: 'End',
    facts: createProcessFacts(format),
    failed: (count: number): string =>
      `${format.integer(count)} ${format.plural(count, { one: 'process', other: 'processes' })} could not be changed.`,
    total: (agents: number, processes: number, memory: string): string =>
      `${format.integer(agents)} ${format.plural(agents, { one: 'agent', other: 'agents' })}, ` +
      `${format.integer(processes)} ${format.plural(processes, { one: 'process', other: 'processes' })}, ${memory}`,
  };
}
