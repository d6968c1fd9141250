import type { SessionLink, SignalResult, TreeMember } from '../../../domain/agent-process.ts';
import type { Formats } from '../../format/formats.ts';
import { createUnitMessages } from '../units.ts';

/** How sure it is that a process works on a session, in a word. */
const confidenceWords: Readonly<Record<SessionLink['confidence'], string>> = {
  certain: 'certain',
  likely: 'likely',
  possible: 'possible',
};

/** What a process in an agent's tree is. */
const memberKindWords: Readonly<Record<TreeMember['kind'], string>> = {
  agent: 'agent',
  'mcp-server': 'MCP server',
  'language-server': 'language server',
  shell: 'shell',
  other: '',
};

/** What became of a process that was to be ended, paused or resumed. */
const signalOutcomeWords: Readonly<Record<SignalResult['outcome'], string>> = {
  done: 'done',
  forced: 'ended by force, since it did not end when asked',
  gone: 'had already ended',
  'not-ours': 'left alone: no agent started it, or it is Fuelgauge itself',
  refused: 'the system does not allow it',
  unsupported: 'this system cannot do that',
};

/** `fuelgauge processes` and `fuelgauge top`. */
export function createCliProcessMessages(format: Formats) {
  const { duration } = createUnitMessages(format);
  const listPids = (pids: readonly number[]): string => pids.join(', ');
  return {
    kinds: memberKindWords,
    outcomes: signalOutcomeWords,
    columns: { notes: 'Notes', name: 'Name', kind: 'Kind', ports: 'Ports', age: 'Age', agentGone: 'Agent gone for' },
    session: (id: string, confidence: SessionLink['confidence']): string =>
      confidence === 'certain' ? `session ${id}` : `session ${id} (${confidenceWords[confidence]})`,
    idle: (forMs: number): string => `idle for ${duration(forMs)}`,
    startedBy: (label: string, pid: number): string => `started by ${label} (${pid})`,
    detached: 'its terminal is gone',
    paused: 'paused',
    leftBehind: 'Left behind by agents that are gone',
    looksLeftBehind: 'unknown',
    endHint: 'End one with everything it started: fuelgauge processes end PID',
    confirmEnd: (count: number): string =>
      `End ${format.plural(count, { one: 'this process', other: `these ${format.integer(count)} processes` })}? [y/N] `,
    /** What is known of a process that is about to be ended. */
    proof: (known: {
      readonly ageMs: number;
      readonly parentPid: number;
      readonly rssBytes: number;
      readonly session: string | null;
      readonly quietMs: number | null;
      readonly ports: readonly number[];
    }): string =>
      [
        `${duration(known.ageMs)} old`,
        `parent ${known.parentPid}`,
        format.bytes(known.rssBytes),
        ...(known.ports.length === 0
          ? []
          : [`${format.plural(known.ports.length, { one: 'port', other: 'ports' })} ${known.ports.join(', ')}`]),
        ...(known.session === null ? [] : [known.session]),
        ...(known.quietMs === null ? [] : [`last response ${duration(known.quietMs)} ago`]),
      ].join(', '),
    needsYes: 'Nothing was ended. Without a terminal to ask on, add --yes.',
    declined: 'Nothing was ended.',
    notListed: (pids: readonly number[]): string =>
      `No agent, and nothing that one started or left behind, has the PID ${listPids(pids)}. ` +
      '"fuelgauge processes --tree" lists them.',
    outcome: (name: string, pid: number, outcome: SignalResult['outcome']): string =>
      `${name} (${pid}): ${signalOutcomeWords[outcome]}`,
    top: {
      title: (agents: number, processes: number): string =>
        `${format.integer(agents)} ${format.plural(agents, { one: 'agent', other: 'agents' })}, ` +
        `${format.integer(processes)} ${format.plural(processes, { one: 'process', other: 'processes' })}`,
      sortedBy: (column: string): string => `sorted by ${column}`,
      keys: 'c CPU  m memory  a age  t tree  q quit',
      sorts: { cpu: 'CPU', memory: 'memory', age: 'age' },
    },
  };
}
