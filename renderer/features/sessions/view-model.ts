import type { SourceId } from '../../../shared/domain/ids.ts';
import type { Currency } from '../../../shared/domain/money.ts';
import { totalTokens } from '../../../shared/domain/token-usage.ts';
import type { RunningSession } from '../../../shared/snapshot/app-snapshot.ts';
import { formatAge } from '../../../shared/format/durations.ts';
import { formatMoney } from '../../../shared/format/money.ts';
import { formatCompact, formatInteger } from '../../../shared/format/numbers.ts';
import { toPathName } from '../../ui/path-name.ts';

/** How many sessions the glance shows; the rest is in the history. */
export const shownSessions = 5;

/** What sessions are seen against. */
export interface SessionsContext {
  readonly nowMs: number;
  readonly labelOf: (source: SourceId) => string;
  readonly currency: Currency;
}

/** One session in words. */
export interface SessionView {
  readonly id: string;
  readonly name: string;
  /** The project's full path, or why there is none. */
  readonly title: string;
  readonly branch: string | null;
  readonly isRunning: boolean;
  readonly meta: string;
  readonly metaTitle: string;
  readonly tokens: string;
  readonly tokensTitle: string;
  readonly cost: string | null;
}

/** Lays sessions out: running ones first, then the latest, no more than are shown. */
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
  const age = formatAge(Math.max(0, nowMs - session.lastAtMs));
  return {
    id: `${session.source}/${session.sessionId}`,
    name: session.project === null ? 'No project' : toPathName(session.project),
    title: session.project ?? 'The log does not say in which folder it ran.',
    branch: session.branch,
    isRunning: session.isRunning,
    meta: `${labelOf(session.source)} · ${age}`,
    metaTitle: session.models.join(', '),
    tokens: formatCompact(tokens),
    tokensTitle: `${formatInteger(tokens)} tokens in ${formatInteger(session.events)} responses`,
    cost: session.costMicroUsd === null ? null : formatMoney(session.costMicroUsd, currency),
  };
}
