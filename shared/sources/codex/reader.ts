import { parseIsoInstant, secondMs } from '../../domain/instant.ts';
import type { LogRecord, SkipReason } from '../../domain/log-record.ts';
import { defaultProfile } from '../../domain/profile-fields.ts';
import type { UsageEvent } from '../../domain/usage-event.ts';
import type { ReaderState } from '../../ports/cursor-store.ts';
import { toRecord, type JsonRecord } from '../../lib/json-record.ts';
import { skip } from '../lib/skip.ts';
import type { LogReader } from '../streams.ts';
import { isZero, stepCounter, toTokenUsage, toVector } from './counters.ts';
import { parseLimits } from './limits.ts';
import { threadIdOf } from './paths.ts';
import { parseCodexCounts, payloadOf, type CodexCounter } from './record.ts';
import { applySessionMeta, applyThreadSettings, applyTurnContext } from './session.ts';
import { parseReaderState, toReaderState, type RolloutState } from './state.ts';

/** A line without any of these says nothing about usage, limits or the thread. */
export const codexNeedles: readonly string[] = [
  '"token_count"',
  '"session_meta"',
  '"turn_context"',
  '"thread_settings_applied"',
];

/**
 * How long a fork takes to write its parent's history, which is stamped with the fork's time. A response takes longer.
 */
const replayMs = 2 * secondMs;

const uncounted = {
  repeated: 'repeated-counter',
  stale: 'stale-counter',
  empty: 'empty-usage',
} as const satisfies Record<string, SkipReason>;

/** Reads a rollout. What a counter adds depends on all previous counters, so lines must come in order. */
export function createCodexReader(path: string, stored: ReaderState): LogReader {
  const fileThreadId = threadIdOf(path);
  let state = parseReaderState(stored);

  function readTokenCount(payload: JsonRecord, atMs: number | null): readonly LogRecord[] {
    const info = toRecord(payload['info']);
    if (atMs === null) return info === null ? [] : [skip('no-timestamp')];
    const limits = isReplayed(state, atMs)
      ? []
      : parseLimits(payload['rate_limits'], { origin: 'log', account: null, observedAtMs: atMs });
    return [...limits, ...(info === null ? [] : readCounts(info, atMs))];
  }

  function readCounts(info: JsonRecord, atMs: number): readonly LogRecord[] {
    const counts = parseCodexCounts(info);
    if (counts === null) return [skip('bad-usage')];
    // Without its `session_meta`, a thread may be a fork: the head of its file was cut off.
    const step = stepCounter(state.runs, counts, state.isFork || state.threadId === null);
    if (step.kind !== 'counted') return [skip(uncounted[step.kind])];
    state = { ...state, runs: step.runs };
    const toEvents = (counter: CodexCounter, delta: CodexCounter): readonly UsageEvent[] =>
      isZero(delta) ? [] : [toEvent(state, fileThreadId, counter, delta, atMs)];
    const lost = step.lost === null ? [] : toEvents(step.lost.counter, step.lost.delta).map(toLostEvent);
    const events = [...lost, ...toEvents(counts.total, step.delta)];
    return events.length === 0 ? [skip('empty-usage')] : events.map((event) => ({ kind: 'event', event }));
  }

  return {
    read(line): readonly LogRecord[] {
      const parsed = line.record();
      if (!parsed.ok) return [skip(parsed.error)];
      const record = parsed.value;
      const atMs = parseIsoInstant(record['timestamp']);
      const meta = payloadOf(record, 'session_meta');
      if (meta !== null) {
        const step = applySessionMeta(state, meta, atMs);
        state = step.state;
        return step.records;
      }
      const context = payloadOf(record, 'turn_context');
      if (context !== null) state = applyTurnContext(state, context);
      const message = payloadOf(record, 'event_msg');
      if (message?.['type'] === 'thread_settings_applied') state = applyThreadSettings(state, message);
      return message?.['type'] === 'token_count' ? readTokenCount(message, atMs) : [];
    },
    state: () => toReaderState(state),
  };
}

function toEvent(
  state: RolloutState,
  fileThreadId: string,
  total: CodexCounter,
  delta: CodexCounter,
  atMs: number,
): UsageEvent {
  const threadId = state.threadId ?? fileThreadId;
  const vector = toVector(total);
  return {
    key: `codex:${threadId}:${vector}`,
    aliases: [],
    replay: { kind: 'lineage', group: vector, threadId },
    profile: {
      ...defaultProfile,
      source: 'codex',
      provider: state.provider ?? 'openai',
      model: state.model ?? 'unknown',
      sessionId: threadId,
      project: state.project,
      branch: state.branch,
      isSidechain: state.isSidechain,
      parentSession: state.parentId,
      subagent: state.subagent,
      entrypoint: state.entrypoint,
      agentVersion: state.agentVersion,
      tier: state.tier,
    },
    atMs,
    usage: toTokenUsage(delta),
    isFinal: true,
    webSearchRequests: 0,
    loggedCostMicroUsd: null,
  };
}

/**
 * Lost requests as an event. If a request that reported the same counter is known (its line was read before it was
 * lost, or is in a copy), that request is older and counts, and this is its replay; a separate name keeps the two from
 * being merged, and an extra millisecond keeps it younger than lines written in one burst.
 */
function toLostEvent(event: UsageEvent): UsageEvent {
  return { ...event, key: `${event.key}:lost`, atMs: event.atMs + 1 };
}

function isReplayed(state: RolloutState, atMs: number): boolean {
  return state.isFork && state.begunAtMs !== null && Math.abs(atMs - state.begunAtMs) < replayMs;
}
