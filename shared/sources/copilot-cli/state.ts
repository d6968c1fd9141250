import type { ReaderState } from '../../ports/cursor-store.ts';
import { toRecord } from '../../lib/json-record.ts';
import { toId, toName } from '../lib/names.ts';
import { packMetrics, unpackMetrics, type Metrics } from './metrics.ts';

/** A message that is not part of a shutdown's sum yet. */
export interface OpenMessage {
  readonly key: string;
  readonly model: string;
  readonly output: number;
  readonly atMs: number;
  readonly isSidechain: boolean;
  /** The call of a tool by which the subagent was started; null for others, and in states of older versions. */
  readonly subagent: string | null;
}

/** What the next lines depend on. */
export interface SessionState {
  readonly sessionId: string;
  readonly project: string | null;
  readonly branch: string | null;
  readonly agentVersion: string | null;
  /** The model in use, for messages of old builds, which do not name theirs. */
  readonly model: string | null;
  /** The messages since the last shutdown, and how many of them precede the current run. */
  readonly messages: readonly OpenMessage[];
  readonly earlier: number;
  /** The output of all messages since the session began. */
  readonly output: number;
  /** The sums of the last shutdown. */
  readonly metrics: Metrics;
}

/** The state of a session at its beginning. */
export function createSession(sessionId: string): SessionState {
  return {
    sessionId,
    project: null,
    branch: null,
    agentVersion: null,
    model: null,
    messages: [],
    earlier: 0,
    output: 0,
    metrics: new Map(),
  };
}

/** The state as it is stored. */
export function packSession({ messages, metrics, ...session }: SessionState): ReaderState {
  const packed = messages.map(({ key, model, output, atMs, isSidechain, subagent }) => [
    ...[key, model, output, atMs],
    ...[isSidechain, subagent],
  ]);
  return { ...session, messages: packed, metrics: packMetrics(metrics) } as ReaderState;
}

/** The stored state; the beginning when there is none. */
export function unpackSession(sessionName: string, state: ReaderState): SessionState {
  const stored = toRecord(state);
  if (stored === null) return createSession(sessionName);
  const messages = Array.isArray(stored['messages']) ? (stored['messages'] as unknown[]).flatMap(toMessage) : [];
  return {
    sessionId: toId(stored['sessionId']) ?? sessionName,
    project: toName(stored['project']),
    branch: toName(stored['branch']),
    agentVersion: toId(stored['agentVersion']),
    model: toId(stored['model']),
    messages,
    earlier: typeof stored['earlier'] === 'number' ? stored['earlier'] : 0,
    output: typeof stored['output'] === 'number' ? stored['output'] : 0,
    metrics: unpackMetrics(stored['metrics']),
  };
}

function toMessage(value: unknown): readonly OpenMessage[] {
  if (!Array.isArray(value)) return [];
  const [key, model, output, atMs, isSidechain, subagent] = value as unknown[];
  if (typeof key !== 'string' || typeof model !== 'string') return [];
  if (typeof output !== 'number' || typeof atMs !== 'number') return [];
  return [{ key, model, output, atMs, isSidechain: isSidechain === true, subagent: toId(subagent) }];
}
