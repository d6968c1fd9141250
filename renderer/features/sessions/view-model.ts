import type { AgentProcess, ProcessId } from '../../../shared/domain/agent-process.ts';
import type { SourceId } from '../../../shared/domain/ids.ts';
import { minuteMs } from '../../../shared/domain/instant.ts';
import type { Currency } from '../../../shared/domain/money.ts';
import { totalTokens } from '../../../shared/domain/token-usage.ts';
import type { RunningSession } from '../../../shared/snapshot/app-snapshot.ts';
import { cleanText } from '../../../shared/lib/clean-text.ts';
import { messages } from '../../messages.ts';
import { toCostNote } from '../../state/cost-note.ts';
import { toPathName } from '../../../shared/lib/path-name.ts';

const { activity, common, format } = messages;
const words = activity.sessions;

/** How many rows the popover shows while the section is not pinned open. */
export const shownSessions = 4;

/** What the display of sessions depends on. */
export interface SessionsContext {
  readonly nowMs: number;
  readonly labelOf: (source: SourceId) => string;
  readonly currency: Currency;
  /** The agents that run now. */
  readonly agents: readonly AgentProcess[];
}

/** Working: it has just used tokens or much CPU. Waiting: it runs but is quiet. */
export type SessionState = 'working' | 'waiting' | 'idle' | 'paused';

/** One session, or an agent that runs without a known session, ready to show in two lines. */
export interface SessionView {
  readonly id: string;
  readonly state: SessionState;
  readonly stateText: string;
  readonly name: string;
  /** Full path of the project, or why there is none. */
  readonly title: string;
  readonly branch: string | null;
  readonly agent: string;
  /** The models of its responses; null without a session. */
  readonly model: string | null;
  /** CPU and memory, or how long it has been quiet. */
  readonly use: string | null;
  readonly useTitle: string;
  /** How full its context is; null where that is not known. */
  readonly context: { readonly text: string; readonly title: string } | null;
  readonly tokens: string | null;
  readonly tokensTitle: string;
  readonly cost: string | null;
  readonly costTitle: string;
  /** What the cost leaves out. */
  readonly costNote: string | undefined;
  /** Identifies it to the host; null for an agent without a session. */
  readonly session: { readonly source: SourceId; readonly sessionId: string } | null;
  readonly hasFolder: boolean;
  /** The processes that can be paused and ended, with the facts to ask about. */
  readonly targets: readonly (ProcessId & { readonly text: string })[];
}

/** The section's rows, and what they use together. */
export interface SessionsView {
  readonly rows: readonly SessionView[];
  /** `2.9 GB · 41% of a core`; null where nothing runs. */
  readonly use: string | null;
}

/** A session that used tokens within this time is working. */
const workingMs = 2 * minuteMs;
/** The span over which rates are averaged. */
const rateMs = 15 * minuteMs;
/** A session that uses this share of a core is working, whatever it has logged. */
const workingCpuRatio = 0.2;

/** Prepares sessions for display: running ones first, then the latest; agents without a session between them. */
export function toSessionsView(sessions: readonly RunningSession[], context: SessionsContext): SessionsView {
  const ordered = [...sessions].sort((a, b) => Number(b.isRunning) - Number(a.isRunning) || b.lastAtMs - a.lastAtMs);
  const joined = new Set(ordered.flatMap((session) => context.agents.filter((agent) => isOf(agent, session))));
  const others = context.agents.filter((agent) => !joined.has(agent)).map((agent) => toAgentView(agent));
  const views = ordered.map((session) => toSessionView(session, context));
  const running = ordered.filter(({ isRunning }) => isRunning).length;
  return {
    rows: [...views.slice(0, running), ...others, ...views.slice(running)],
    use: context.agents.length === 0 ? null : words.totalUse(sumCpu(context.agents), sumMemory(context.agents)),
  };
}

function toSessionView(session: RunningSession, { nowMs, labelOf, currency, agents }: SessionsContext): SessionView {
  const own = agents.filter((agent) => isOf(agent, session));
  const quietMs = Math.max(0, nowMs - session.lastAtMs);
  const state = toState(own, session.isRunning, quietMs);
  const tokens = totalTokens(session.usage);
  const agent = labelOf(session.source);
  const quiet = state === 'waiting' || state === 'idle' ? words.quiet[state](quietMs) : null;
  return {
    id: `${session.source}/${session.sessionId}`,
    state,
    stateText: words.states[state],
    name: session.project === null ? common.noProject : toPathName(session.project),
    title: session.project === null ? common.noProjectReason : cleanText(session.project),
    branch: session.branch === null ? null : cleanText(session.branch),
    agent,
    model: session.models.length === 0 ? null : common.someOf(session.models.map(withoutDate)),
    use: own.length === 0 ? quiet : joinUse(quiet, own),
    useTitle: common.sentences([
      words.meta(agent, quietMs),
      session.models.length === 0 ? null : common.someOf(session.models),
      session.subagents.named === 0 ? null : common.subagents(session.subagents.named),
      ...own.map(toJoinText),
    ]),
    context: session.contextTokens === null ? null : toContext(session.contextTokens),
    tokens: format.compact(tokens),
    tokensTitle: common.sentences([common.tokensInResponses(tokens, session.events), toRate(session, nowMs)]),
    cost: format.cost(session, currency),
    ...toCostNotes(session),
    session: { source: session.source, sessionId: session.sessionId },
    hasFolder: session.project !== null,
    targets: own.map(toTarget),
  };
}

/** A model's name without the day of its release, for which there is no room: `claude-opus-4-5-20251101`. */
function withoutDate(model: string): string {
  return model.replace(/-20\d{6}$/, '');
}

/** An agent that works on no session we know. */
function toAgentView(agent: AgentProcess): SessionView {
  const state = toState([agent], true, Infinity);
  return {
    id: `process/${agent.pid}/${agent.startedAtMs}`,
    state,
    stateText: words.states[state],
    name: agent.cwd === null ? cleanText(agent.label) : toPathName(agent.cwd),
    title: agent.cwd === null ? words.noFolder : cleanText(agent.cwd),
    branch: null,
    agent: cleanText(agent.label),
    model: null,
    use: words.use(agent.cpuRatio, agent.rssBytes),
    useTitle: words.useTitle,
    context: null,
    tokens: null,
    tokensTitle: words.withoutSession,
    cost: null,
    costTitle: common.noCostKnown,
    costNote: undefined,
    session: null,
    hasFolder: false,
    targets: [toTarget(agent)],
  };
}

function toCostNotes(session: RunningSession): Pick<SessionView, 'costTitle' | 'costNote'> {
  if (session.costMicroUsd === null) return { costTitle: common.noCostKnown, costNote: undefined };
  const costNote = toCostNote(session);
  return { costTitle: common.sentences([common.apiEquivalentCost, costNote ?? null]), costNote };
}

function toContext(tokens: number): SessionView['context'] {
  return { text: words.context(format.compact(tokens)), title: words.contextTitle };
}

/** The rate of the last quarter-hour; empty without usage. */
function toRate({ minutes }: RunningSession, nowMs: number): string | null {
  const recent = minutes.filter(({ startMs }) => startMs > nowMs - rateMs && startMs <= nowMs);
  const tokens = recent.reduce((sum, minute) => sum + minute.tokens, 0);
  return tokens === 0 ? null : words.rate(format.compact(Math.round(tokens / (rateMs / minuteMs))));
}

function toState(own: readonly AgentProcess[], isRunning: boolean, quietMs: number): SessionState {
  if (own.length > 0 && own.every(({ isPaused }) => isPaused === true)) return 'paused';
  if (quietMs < workingMs || (sumCpu(own) ?? 0) >= workingCpuRatio) return 'working';
  return own.length > 0 || isRunning ? 'waiting' : 'idle';
}

function joinUse(quiet: string | null, own: readonly AgentProcess[]): string {
  const use = words.use(sumCpu(own), sumMemory(own));
  return quiet === null ? use : words.joinUse(quiet, use);
}

function toTarget({ pid, startedAtMs, label, processes, rssBytes }: AgentProcess): SessionView['targets'][number] {
  return { pid, startedAtMs, text: words.endFact(cleanText(label), pid, processes, rssBytes) };
}

function isOf({ session }: AgentProcess, { source, sessionId }: RunningSession): boolean {
  return session !== null && session.source === source && session.sessionId === sessionId;
}

function sumCpu(agents: readonly AgentProcess[]): number | null {
  const known = agents.map(({ cpuRatio }) => cpuRatio).filter((cpuRatio) => cpuRatio !== null);
  return known.length === 0 ? null : known.reduce((sum, cpuRatio) => sum + cpuRatio, 0);
}

function sumMemory(agents: readonly AgentProcess[]): number {
  return agents.reduce((sum, { rssBytes }) => sum + rssBytes, 0);
}

function toJoinText({ session }: AgentProcess): string {
  return session === null ? '' : words.joined[session.confidence];
}
