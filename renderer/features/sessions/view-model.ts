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

function toSessionView(session: RunningSession, { nowMs, labelOf, currency }: SessionsContext): SessionView {
  const tokens = totalTokens(session.usage);
  return {
    id: `${session.source}/${session.sessionId}`,
    name: session.project === null ? common.noProject : toPathName(session.project),
    title: session.project === null ? common.noProjectReason : cleanText(session.project),
    branch: session.branch === null ? null : cleanText(session.branch),
    isRunning: session.isRunning,
    meta: activity.sessions.meta(labelOf(session.source), Math.max(0, nowMs - session.lastAtMs)),
    metaTitle: common.someOf(session.models),
    tokens: format.compact(tokens),
    tokensTitle: common.tokensInResponses(tokens, session.events),
    cost: session.costMicroUsd === null ? null : format.money(session.costMicroUsd, currency),
  };
}
