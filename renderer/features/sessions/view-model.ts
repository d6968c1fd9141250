import type { AgentProcess } from '../../../shared/domain/agent-process.ts';
import type { SourceId } from '../../../shared/domain/ids.ts';
import type { Currency } from '../../../shared/domain/money.ts';
import { totalTokens } from '../../../shared/domain/token-usage.ts';
import type { RunningSession } from '../../../shared/snapshot/app-snapshot.ts';
import { cleanText } from '../../../shared/lib/clean-text.ts';
import { messages } from '../../messages.ts';
import { toPathName } from '../../../shared/lib/path-name.ts';

const { activity, common, format } = messages;

/** How many sessions the popover shows; the others are in the history. */
export const shownSessions = 5;

/** What the display of sessions depends on. */
export interface SessionsContext {
  readonly nowMs: number;
  readonly labelOf: (source: SourceId) => string;
  readonly currency: Currency;
  /** The agents that run now. */
  readonly agents: readonly AgentProcess[];
}

/** One session, ready to show. */
export interface SessionView {
  readonly id: string;
  readonly name: string;
  /** Full path of the project, or why there is none. */
  readonly title: string;
  readonly branch: string | null;
  readonly isRunning: boolean;
  readonly meta: string;
  readonly metaTitle: string;
  readonly tokens: string;
  readonly tokensTitle: string;
  readonly cost: string | null;
}

/** Prepares sessions for display: running ones first, then the latest, up to `shownSessions`. */
export function toSessionViews(
  sessions: readonly RunningSession[],
  context: SessionsContext,
): { readonly shown: readonly SessionView[]; readonly more: number } {
  const ordered = [...sessions].sort((a, b) => Number(b.isRunning) - Number(a.isRunning) || b.lastAtMs - a.lastAtMs);
  return {
    shown: ordered.slice(0, shownSessions).map((session) => toSessionView(session, context)),
    more: Math.max(0, ordered.length - shownSessions),
  };
}

function toSessionView(session: RunningSession, { nowMs, labelOf, currency, agents }: SessionsContext): SessionView {
  const own = agents.filter((agent) => isOf(agent, session));
  const agent = labelOf(session.source);
  const meta = activity.sessions.meta(agent, Math.max(0, nowMs - session.lastAtMs));
  const tokens = totalTokens(session.usage);
  return {
    id: `${session.source}/${session.sessionId}`,
    name: session.project === null ? common.noProject : toPathName(session.project),
    title: session.project === null ? common.noProjectReason : cleanText(session.project),
    branch: session.branch === null ? null : cleanText(session.branch),
    isRunning: session.isRunning,
    meta: own.length === 0 ? meta : activity.sessions.metaWithUse(agent, sumCpu(own), sumMemory(own)),
    metaTitle: [...(own.length === 0 ? [] : [meta]), common.someOf(session.models), ...own.map(toJoinText)]
      .filter((text) => text !== '')
      .join('. '),
    tokens: format.compact(tokens),
    tokensTitle: common.tokensInResponses(tokens, session.events),
    cost: session.costMicroUsd === null ? null : format.money(session.costMicroUsd, currency),
  };
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
  return session === null ? '' : activity.sessions.joined[session.confidence];
}
