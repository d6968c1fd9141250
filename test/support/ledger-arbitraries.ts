import fc from 'fast-check';
import type { LimitId } from '../../shared/domain/limit-id.ts';
import type { LimitOrigin, LimitReading } from '../../shared/domain/limit-window.ts';
import type { LogRecord } from '../../shared/domain/log-record.ts';
import {
  defaultProfile,
  type Profile,
  type ServiceTier,
  type ServingSpeed,
  type UsageOrigin,
} from '../../shared/domain/profile-fields.ts';
import type { ReplayHint, UsageEvent } from '../../shared/domain/usage-event.ts';
import { sampleMs } from './ledger-samples.ts';

// Few different values, so that keys, aliases, groups, families and ties really collide.
const name = (prefix: string, count: number) => fc.integer({ min: 0, max: count - 1 }).map((n) => `${prefix}${n}`);
const atMs = fc.integer({ min: 0, max: 9 }).map((step) => sampleMs + step * 150_000);
const thread = name('thread-', 5);
/** Mostly the first value: things that differ too much cannot be replays of one another. */
const rarely = <Value>(usual: Value, ...others: readonly Value[]): fc.Arbitrary<Value> =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) });

const replay: fc.Arbitrary<ReplayHint | null> = fc.oneof(
  fc.constant(null),
  fc.record({ kind: fc.constant('sidechain' as const), group: name('group-', 2) }),
  fc.record({ kind: fc.constant('lineage' as const), group: name('group-', 2), threadId: thread }),
);

const profile: fc.Arbitrary<Profile> = fc
  .record({
    source: fc.constant('codex'),
    provider: rarely('openai', 'unknown'),
    model: rarely('model-0', 'model-1'),
    sessionId: rarely('session-0', 'session-1', '', 'bad\0text', 'half\ud800'),
    project: rarely(null, '', '/home/ann/ä😀'),
    branch: rarely(null, ''),
    isSidechain: fc.boolean(),
    isCopy: rarely(false, true),
    entrypoint: rarely(null, 'cli'),
    agentVersion: fc.constant(null),
    speed: rarely<ServingSpeed>('standard', 'fast'),
    tier: rarely<ServiceTier>('standard', 'flex'),
    isRegional: rarely(false, true),
    isSum: rarely(false, true),
    origin: rarely<UsageOrigin>('log', 'telemetry'),
    account: rarely(null, 'account-1'),
    device: rarely(null, 'laptop'),
    subagent: rarely(null, 'agent-1'),
    parentSession: rarely(null, 'session-1'),
  })
  .map((fields) => ({ ...defaultProfile, ...fields }));

/** A row with few possible values. */
export const usageEvent: fc.Arbitrary<UsageEvent> = fc.record({
  key: name('key-', 8),
  aliases: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(fc.oneof(name('alias-', 3), name('key-', 8)), { maxLength: 2 }) },
  ),
  replay,
  profile,
  atMs,
  usage: fc.record({
    inputTokens: fc.constant(1),
    cacheCreation5mTokens: rarely(0, 1, 2),
    cacheCreation1hTokens: rarely(0, 1),
    cacheReadTokens: rarely(0, 200_000, 272_001),
    outputTokens: fc.constantFrom(1, 2, 3),
    reasoningTokens: rarely(0, 1),
  }),
  isFinal: fc.boolean(),
  webSearchRequests: rarely(0, 1),
  loggedCostMicroUsd: rarely(null, 0, 5),
});

const limitId: fc.Arbitrary<LimitId> = fc.record({
  provider: fc.constant('openai'),
  account: rarely(null, 'account-1'),
  name: rarely('codex', 'other', 'bad\0text'),
  scope: fc.constantFrom('5h', '7d'),
});

const reading: fc.Arbitrary<LimitReading> = fc.record({
  id: limitId,
  source: fc.constant('codex'),
  origin: rarely<LimitOrigin>('log', 'statusline'),
  label: fc.constantFrom(null, 'a name'),
  windowMinutes: fc.constantFrom(null, 300),
  usedPercent: fc.constantFrom(0, 1.5, null),
  amount: fc.constantFrom(
    null,
    { unit: 'credits' as const, used: null, limit: null, remaining: 7.5 },
    { unit: 'usd' as const, used: 1, limit: 20, remaining: null },
  ),
  resetsAtMs: fc.constantFrom(null, sampleMs + 1, sampleMs + 2),
  planType: fc.constantFrom(null, 'plus'),
  observedAtMs: atMs,
});

/** Records that a ledger must merge whatever their order. */
const ledgerRecord: fc.Arbitrary<LogRecord> = fc.oneof(
  { weight: 8, arbitrary: usageEvent.map((event) => ({ kind: 'event' as const, event })) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('lineage' as const), threadId: thread, parentId: thread }) },
  { weight: 1, arbitrary: reading.map((value) => ({ kind: 'limit' as const, reading: value })) },
);

/** Records, and the same records in another order with repetitions. */
export const shuffledRecords = fc.array(ledgerRecord, { minLength: 1, maxLength: 30 }).chain((records) =>
  fc.record({
    records: fc.constant(records),
    shuffled: fc
      .tuple(fc.shuffledSubarray(records, { minLength: records.length }), fc.subarray(records))
      .chain(([all, again]) => fc.shuffledSubarray([...all, ...again], { minLength: all.length + again.length })),
    cuts: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
  }),
);

/** Cuts a list into pieces whose lengths repeat `cuts`. */
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
