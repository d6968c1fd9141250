import { floorTo, minuteMs } from '../../shared/domain/instant.ts';
import type { LimitReading } from '../../shared/domain/limit-window.ts';
import { makeReading, type ReadingPatch } from './make-reading.ts';
import type { LogRecord } from '../../shared/domain/log-record.ts';
import { defaultProfile, type Profile, profileFieldNames } from '../../shared/domain/profile-fields.ts';
import { emptyUsage, type TokenUsage } from '../../shared/domain/token-usage.ts';
import type { UsageEvent } from '../../shared/domain/usage-event.ts';
import type { FileCursor, OffsetPosition } from '../../shared/ports/cursor-store.ts';
import type { LedgerBatch } from '../../shared/ports/ledger-writer.ts';

/** 2026-05-01T10:00:00Z */
export const sampleMs = Date.UTC(2026, 4, 1, 10);

/** The minutes of some instants, as in a ledger's delta. */
export function minutesOf(...timesMs: readonly number[]): readonly number[] {
  return [...new Set(timesMs.map((atMs) => floorTo(atMs, minuteMs)))].sort((left, right) => left - right);
}

/** Tokens, with zero for every class that is not given. */
export function usageOf(usage: Partial<TokenUsage>): TokenUsage {
  return { ...emptyUsage, ...usage };
}

/** The fields of an event that a test sets: its own, and those of its profile. */
export type EventPatch = Partial<Omit<UsageEvent, 'profile'>> & Partial<Profile>;

/** A plain event of the main thread, with the fields that matter to the test. */
export function eventOf(patch: EventPatch): UsageEvent {
  const [ours, theirs] = splitPatch(patch);
  return {
    key: 'claude-code:msg_1:req_1',
    aliases: [],
    replay: null,
    atMs: sampleMs,
    usage: usageOf({ inputTokens: 3, cacheReadTokens: 1_000, outputTokens: 50 }),
    isFinal: true,
    webSearchRequests: 0,
    loggedCostMicroUsd: null,
    ...theirs,
    profile: {
      ...defaultProfile,
      source: 'claude-code',
      provider: 'anthropic',
      model: 'claude-opus-5',
      sessionId: 'session-1',
      project: '/home/ann/app',
      branch: 'main',
      entrypoint: 'cli',
      agentVersion: '2.1.222',
      ...ours,
    },
  };
}

/** An event with some of its own or its profile's fields changed. */
export function changeEvent(event: UsageEvent, patch: EventPatch): UsageEvent {
  const [ours, theirs] = splitPatch(patch);
  return { ...event, ...theirs, profile: { ...event.profile, ...ours } };
}

function splitPatch(patch: EventPatch): readonly [Partial<Profile>, Partial<Omit<UsageEvent, 'profile'>>] {
  const isOfProfile = ([name]: readonly [string, unknown]): boolean =>
    (profileFieldNames as readonly string[]).includes(name);
  const entries = Object.entries(patch);
  return [
    Object.fromEntries(entries.filter(isOfProfile)),
    Object.fromEntries(entries.filter((entry) => !isOfProfile(entry))),
  ];
}

/** A reading of a five-hour window. */
export function readingOf(patch: ReadingPatch): LimitReading {
  return makeReading({ resetsAtMs: sampleMs + 3_600_000, observedAtMs: sampleMs, ...patch });
}

/** This many bytes of a file of lines were read. */
export function toOffset(offset: number): OffsetPosition {
  return { kind: 'offset', offset, headHash: 'abc', headBytes: 256 };
}

/** A cursor at some offset in some file. */
export function cursorOf(cursor: Partial<FileCursor>): FileCursor {
  return {
    path: '/home/ann/.claude/projects/app/session-1.jsonl',
    source: 'claude-code',
    position: toOffset(0),
    inode: '1:2',
    mtimeMs: sampleMs + 0.25,
    readerState: null,
    isGone: false,
    lines: 0,
    eventRows: 0,
    skips: {},
    unloggedCalls: {},
    ...cursor,
  };
}

/** A batch of one file. */
export function batchOf(records: readonly LogRecord[], cursor: Partial<FileCursor> = {}): LedgerBatch {
  return { records, cursor: cursorOf(cursor) };
}

/** A batch of events of one file. */
export function eventBatchOf(...events: readonly UsageEvent[]): LedgerBatch {
  return batchOf(events.map((event) => ({ kind: 'event', event })));
}
