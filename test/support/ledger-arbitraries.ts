import fc from 'fast-check';
import type { LimitReading } from '../../shared/domain/limit-window.ts';
import type { LogRecord } from '../../shared/domain/log-record.ts';
import type { ReplayHint, UsageEvent } from '../../shared/domain/usage-event.ts';
import { sampleMs } from './ledger-samples.ts';

// Few values of everything, so that keys, aliases, groups, families and ties really meet.
const name = (prefix: string, count: number) => fc.integer({ min: 0, max: count - 1 }).map((n) => `${prefix}${n}`);
const tokens = fc.constantFrom(0, 1, 2, 200_000, 272_001);
const atMs = fc.integer({ min: 0, max: 9 }).map((step) => sampleMs + step * 150_000);
const thread = name('thread-', 5);

const replay: fc.Arbitrary<ReplayHint | null> = fc.oneof(
  fc.constant(null),
  fc.record({ kind: fc.constant('sidechain' as const), group: name('group-', 2) }),
  fc.record({ kind: fc.constant('lineage' as const), group: name('group-', 2), threadId: thread }),
);

const usageEvent: fc.Arbitrary<UsageEvent> = fc.record({
  key: name('key-', 10),
  aliases: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(fc.oneof(name('alias-', 4), name('key-', 10)), { maxLength: 2 }) },
  ),
  replay,
  source: fc.constant('codex'),
  provider: fc.constantFrom('openai', 'unknown'),
  model: name('model-', 2),
  sessionId: fc.constantFrom('session-0', 'session-1', '', 'bad\0text', 'half\ud800'),
  project: fc.constantFrom(null, '', '/home/ann/ä😀'),
  branch: fc.constantFrom(null, ''),
  atMs,
  usage: fc.record({
    inputTokens: fc.constantFrom(0, 1),
    cacheCreation5mTokens: fc.constantFrom(0, 1, 2),
    cacheCreation1hTokens: fc.constantFrom(0, 1),
    cacheReadTokens: tokens,
    outputTokens: fc.constantFrom(1, 2, 3),
    reasoningTokens: fc.constantFrom(0, 1),
  }),
  isSidechain: fc.boolean(),
  isCopy: fc.boolean(),
  isFinal: fc.boolean(),
  entrypoint: fc.constantFrom(null, 'cli'),
  agentVersion: fc.constant(null),
  speed: fc.constantFrom('standard' as const, 'fast' as const),
  tier: fc.constantFrom('standard' as const, 'flex' as const),
  isRegional: fc.boolean(),
  webSearchRequests: fc.constantFrom(0, 1),
  loggedCostMicroUsd: fc.constantFrom(null, 0, 5),
});

const reading: fc.Arbitrary<LimitReading> = fc.record({
  source: fc.constant('codex'),
  limitId: name('limit-', 2),
  limitName: fc.constantFrom(null, 'a name'),
  windowMinutes: fc.constantFrom(300, 10_080),
  usedPercent: fc.constantFrom(0, 1.5),
  resetsAtMs: fc.constantFrom(null, sampleMs + 1, sampleMs + 2),
  planType: fc.constantFrom(null, 'plus'),
  observedAtMs: atMs,
});

/** Records that a ledger must merge whatever their order. */
export const ledgerRecord: fc.Arbitrary<LogRecord> = fc.oneof(
  { weight: 8, arbitrary: usageEvent.map((event) => ({ kind: 'event' as const, event })) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('lineage' as const), threadId: thread, parentId: thread }) },
  { weight: 1, arbitrary: reading.map((value) => ({ kind: 'limit' as const, reading: value })) },
);

/** Records, and the same ones in another order with repetitions. */
export const shuffledRecords = fc.array(ledgerRecord, { minLength: 1, maxLength: 24 }).chain((records) =>
  fc.record({
    records: fc.constant(records),
    shuffled: fc
      .tuple(fc.shuffledSubarray(records, { minLength: records.length }), fc.subarray(records))
      .chain(([all, again]) => fc.shuffledSubarray([...all, ...again], { minLength: all.length + again.length })),
    cuts: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
  }),
);

/** Cuts a list into pieces whose lengths follow `cuts`, over and over. */
export function cutInto<Item>(items: readonly Item[], cuts: readonly number[]): readonly (readonly Item[])[] {
  const pieces: Item[][] = [];
  let at = 0;
  for (let index = 0; at < items.length; index += 1) {
    const size = cuts[index % cuts.length] ?? 1;
    pieces.push(items.slice(at, at + size));
    at += size;
  }
  return pieces;
}
