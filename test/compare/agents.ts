import type { SourceId } from '../../shared/domain/ids.ts';

/** An agent whose logs we compare. */
export interface ComparedAgent {
  readonly source: SourceId;
  /** The folder of its data sets among the real logs, and of its home among the agents' runs. */
  readonly folder: string;
  /** Where it keeps its logs below a home, by exact name: beside them lie credentials, which are never copied. */
  readonly logs: readonly string[];
  /** Data sets that are only a part of a home: by a folder in them, the place of the whole below a home. */
  readonly parts: Readonly<Record<string, string>>;
  /** Its folder below a home, where all of it can be linked instead of copied: no peer writes there, and it may be large. */
  readonly linked?: string;
  /** ccusage's command for it; null when it has none. */
  readonly ccusage: string | null;
  /** tokscale's clients for it; empty when it has none. */
  readonly tokscale: readonly string[];
}

const codeStorage = '.config/Code/User/globalStorage/saoudrizwan.claude-dev';

/** A database with its log and index: the newest rows are in the log. */
function database(path: string): readonly string[] {
  return [path, `${path}-wal`, `${path}-shm`];
}

/** Agents with data sets, in the order of the report. Both peers know more; see README.md. */
export const comparedAgents: readonly ComparedAgent[] = [
  {
    source: 'claude-code',
    folder: 'claude',
    logs: ['.claude/projects'],
    parts: { projects: '.claude' },
    linked: '.claude',
    ccusage: 'claude',
    tokscale: ['claude'],
  },
  {
    source: 'codex',
    folder: 'codex',
    logs: ['.codex/sessions', '.codex/archived_sessions'],
    parts: { sessions: '.codex', archived_sessions: '.codex' },
    linked: '.codex',
    ccusage: 'codex',
    tokscale: ['codex'],
  },
  {
    source: 'antigravity',
    folder: 'antigravity',
    logs: ['.gemini/antigravity/conversations', '.gemini/antigravity-cli/conversations'],
    parts: {},
    ccusage: 'antigravity',
    tokscale: ['antigravity', 'antigravity-cli'],
  },
  {
    source: 'cline',
    folder: 'cline',
    logs: [`${codeStorage}/tasks`, '.cline/data/sessions', '.cline/data/tasks'],
    parts: { tasks: codeStorage },
    ccusage: null,
    tokscale: ['cline'],
  },
  {
    source: 'copilot-cli',
    folder: 'copilot',
    logs: ['.copilot/session-state', ...database('.copilot/session-store.db')],
    parts: {},
    ccusage: 'copilot',
    tokscale: ['copilot'],
  },
  {
    source: 'crush',
    folder: 'crush',
    logs: database('.crush/crush.db'),
    parts: {},
    ccusage: null,
    tokscale: ['crush'],
  },
  {
    source: 'gemini-cli',
    folder: 'gemini',
    logs: ['.gemini/tmp', '.gemini/projects.json'],
    parts: { tmp: '.gemini' },
    ccusage: 'gemini',
    tokscale: ['gemini'],
  },
  {
    source: 'goose',
    folder: 'goose',
    logs: ['.local/share/goose/sessions'],
    parts: {},
    ccusage: 'goose',
    tokscale: ['goose'],
  },
  {
    source: 'grok-build',
    folder: 'grok',
    logs: ['.grok/sessions'],
    parts: {},
    ccusage: 'grok',
    tokscale: ['grok'],
  },
  {
    source: 'kilo-cli',
    folder: 'kilo',
    logs: database('.local/share/kilo/kilo.db'),
    parts: {},
    ccusage: 'kilo',
    tokscale: ['kilo'],
  },
  {
    source: 'kimi-cli',
    folder: 'kimi',
    logs: ['.kimi/sessions', '.kimi/kimi.json', '.kimi-code/sessions'],
    parts: {},
    ccusage: 'kimi',
    tokscale: ['kimi'],
  },
  {
    source: 'omp',
    folder: 'omp',
    logs: ['.omp/agent/sessions'],
    parts: {},
    ccusage: null,
    tokscale: ['omp'],
  },
  {
    source: 'opencode',
    folder: 'opencode',
    logs: [...database('.local/share/opencode/opencode.db'), '.local/share/opencode/storage'],
    parts: { storage: '.local/share/opencode' },
    ccusage: 'opencode',
    tokscale: ['opencode'],
  },
  {
    source: 'pi',
    folder: 'pi',
    logs: ['.pi/agent/sessions'],
    parts: { agent: '.pi' },
    ccusage: 'pi',
    tokscale: ['pi'],
  },
  {
    source: 'qwen-code',
    folder: 'qwen',
    logs: ['.qwen/projects'],
    parts: {},
    ccusage: 'qwen',
    tokscale: ['qwen'],
  },
  {
    source: 'zed',
    folder: 'zed',
    logs: database('.local/share/zed/threads/threads.db'),
    parts: {},
    ccusage: null,
    tokscale: ['zed'],
  },
];
