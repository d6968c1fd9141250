import type { Formats } from '../format/formats.ts';
import { responseWords } from './count-words.ts';
import { reportKeyNames, withoutKeyNames } from './report-words.ts';

const rowWords = { one: 'row', other: 'rows' };

/** One session over time. */
function createTimelineMessages(format: Formats) {
  return {
    title: 'Timeline',
    missing: 'The ledger has no such session.',
    facts: (responses: number, tokens: string): string =>
      `${format.integer(responses)} ${format.plural(responses, responseWords)}, ${tokens}`,
    tokens: 'Tokens per response',
    context: 'Context: prompt of each response',
    cost: 'Cost so far',
    cpu: 'Processor, % of a core',
    memory: 'Memory',
    noProcesses: 'Its processes were not watched, so their use is not known.',
    subagents: (responses: number, percent: number): string =>
      `Subagents: ${format.integer(responses)} ${format.plural(responses, responseWords)}, ${format.percent(percent)} of the tokens.`,
    noSubagents: 'No subagents.',
    otherSubagents: 'Others, not named in the log',
    ownSession: 'a session of its own',
    startedBy: (session: string): string => `Started by session ${session}.`,
    peak: (tokens: string): string => `Largest prompt: ${tokens}.`,
    peakAtLeast: (tokens: string): string => `Largest prompt: at least ${tokens}.`,
    main: 'The agent',
    subagent: 'Subagents',
    read: 'Read from cache',
    written: 'Written to cache',
    fresh: 'Fresh input',
    output: 'Output',
    coarse: 'For parts of this session, only totals by quarter hour are kept.',
  };
}

/** The table of everything, and its drill-downs. */
export function createExploreMessages(format: Formats) {
  return {
    groupBy: 'Group by',
    thenBy: 'then by',
    thenNothing: 'Nothing',
    within: (outer: string, inner: string): string => `${outer} › ${inner}`,
    inside: (name: string): string => `Rows inside ${name}`,
    openAll: 'Expand all',
    foldAll: 'Collapse all',
    groupings: { ...reportKeyNames, source: 'Agent', repository: 'Repository', week: 'Week' },
    withoutKey: withoutKeyNames,
    filter: 'Filter',
    filterHint: 'Name, agent or model',
    columnsLabel: 'Columns',
    label: 'Usage table',
    columns: {
      source: 'Agent',
      last: 'Last used',
      responses: 'Responses',
      total: 'Tokens',
      cost: 'Cost',
      cached: 'From cache',
      input: 'Input',
      output: 'Output',
      cacheWrite: 'Cache write',
      cacheRead: 'Cache read',
      models: 'Models',
    },
    costTitle: 'API-equivalent cost: what it would cost through the API',
    noCostFor: (models: string): string => `No cost is known for ${models}.`,
    rows: (count: number): string => `${format.integer(count)} ${format.plural(count, rowWords)}`,
    shownOf: (shown: number, of: number): string =>
      `${format.integer(shown)} of ${format.integer(of)} ${format.plural(of, rowWords)}`,
    totals: (tokens: string, cost: string | null): string => (cost === null ? tokens : `${tokens}, ${cost}`),
    none: 'No usage in this range',
    noneText: 'Choose a longer range, or come back after the next session.',
    noMatch: 'Nothing matches the filter',
    showAll: 'Show all time',
    crumbs: 'Path',
    everything: 'Everything',
    sessionsOf: (name: string): string => `Sessions of ${name}`,
    sessionAt: (project: string, at: string): string => `${project}, ${at}`,
    worktrees: 'A worktree counts toward its repository where its path shows which one that is.',
    open: (name: string): string => `Open ${name}`,
    timeline: createTimelineMessages(format),
  };
}
