import { reportKeyNames, withoutKeyNames } from '../report-words.ts';

/** Headings of the command line's tables. They are short, because a table has up to ten columns. */
export function createCliTableMessages() {
  return {
    keys: reportKeyNames,
    withoutKey: withoutKeyNames,
    source: 'Source',
    project: 'Project',
    session: 'Session',
    models: 'Models',
    events: 'Events',
    input: 'Input',
    cacheWrite: 'Cache wr',
    cacheRead: 'Cache rd',
    output: 'Output',
    total: 'Total',
    tokens: 'Tokens',
    apiEquivalent: 'API-equiv.',
    noRoom: (heads: readonly string[]): string => `No room here for: ${heads.join(', ')}.`,
    cost: 'Cost',
    lastActive: 'Last active',
    start: 'Start',
    end: 'End',
    state: 'State',
    limit: 'Limit',
    used: 'Used',
    left: 'Left',
    resets: 'Resets',
    runsOut: 'Runs out',
    /** In place of the time: it has already happened. */
    usedUp: 'used up',
    plan: 'Plan',
    pace: 'Pace',
    reading: 'Reading',
    agent: 'Agent',
    pid: 'PID',
    running: 'Running',
    folder: 'Folder',
    files: 'Files',
    coverage: 'Coverage',
    processes: 'Processes',
    cpu: 'CPU',
    memory: 'Memory',
    ofLimit: 'Of limit',
    /** What a page of its own says above its table. */
    page: (command: string, at: string) => ({ title: `Fuelgauge: ${command}`, note: `As of ${at}` }),
    /** A part of the row above it. */
    part: (name: string): string => `└ ${name}`,
    /** A subagent below its session; null: those that the log does not name. */
    subagent: (id: string | null): string => (id === null ? 'subagents, not named' : `subagent ${id}`),
    /** The row below the rule. */
    totals: 'Total',
  };
}
