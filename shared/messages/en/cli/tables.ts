import type { NullableReportField } from '../../../domain/profile-fields.ts';
import type { ReportKey } from '../../../domain/report.ts';

/** Headings of the command line's tables. They are short, because a table has up to ten columns. */
export function createCliTableMessages() {
  return {
    keys: {
      day: 'Day',
      week: 'Week of',
      month: 'Month',
      session: 'Session',
      project: 'Project',
      model: 'Model',
      account: 'Account',
      device: 'Device',
    } satisfies Record<ReportKey, string>,
    /** The row of what has no project, account or device. */
    withoutKey: {
      project: 'No project',
      account: 'Unknown',
      device: 'This machine',
    } satisfies Record<NullableReportField, string> as Readonly<Partial<Record<ReportKey, string>>>,
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
    plan: 'Plan',
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
    /** A part of the row above it. */
    part: (name: string): string => `└ ${name}`,
    /** The row below the rule. */
    totals: 'Total',
  };
}
