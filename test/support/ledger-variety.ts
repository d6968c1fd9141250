import type { Profile } from '../../shared/domain/profile-fields.ts';
import type { LedgerBatch } from '../../shared/ports/ledger-writer.ts';
import { batchOf, eventOf, readingOf, sampleMs, usageOf } from './ledger-samples.ts';

/** Every field of a profile in schema 3, with a different value than in `eventOf`; frozen, because a fixture contains them. */
const otherProfile: Partial<Profile> = {
  source: 'codex',
  provider: 'openai',
  model: 'gpt-5.5',
  sessionId: 'session-2',
  project: null,
  branch: 'work',
  entrypoint: null,
  agentVersion: '3.0.0',
  isSidechain: true,
  isCopy: true,
  speed: 'fast',
  tier: 'batch',
  isRegional: true,
};

/** A batch in which every field of a profile differs once, and limit readings of every shape: for migrations. */
export function varietyBatch(): LedgerBatch {
  const events = Object.entries(otherProfile).map(([name, value], index) =>
    eventOf({
      key: `variety:${name}`,
      [name]: value,
      atMs: sampleMs + index * 61_000,
      usage: usageOf({ inputTokens: 1 + index, cacheCreation1hTokens: 10, outputTokens: 100 }),
      webSearchRequests: index,
      loggedCostMicroUsd: index === 0 ? null : index,
    }),
  );
  const readings = [
    readingOf({ name: 'codex_other', label: 'Other', windowMinutes: 10_080, usedPercent: 7.5 }),
    readingOf({ resetsAtMs: null, planType: null, observedAtMs: sampleMs + 3_600_000 }),
    readingOf({ source: 'claude-code', provider: 'anthropic', name: 'unified', usedPercent: 0 }),
  ];
  return batchOf(
    [
      ...events.map((event) => ({ kind: 'event' as const, event })),
      ...readings.map((reading) => ({ kind: 'limit' as const, reading })),
    ],
    { path: '/home/ann/.codex/sessions/variety.jsonl', source: 'codex' },
  );
}
