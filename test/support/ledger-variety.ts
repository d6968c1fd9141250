import type { Profile } from '../../shared/domain/profile-fields.ts';
import type { LedgerBatch } from '../../shared/ports/ledger-writer.ts';
import { batchOf, eventOf, readingOf, sampleMs, usageOf } from './ledger-samples.ts';

/**
 * Every field of a profile by the first schema that has it, with a different value than in `eventOf`. Fixtures contain
 * these values: they never change. A new field is appended with its `since`.
 */
const otherProfiles: readonly (readonly [since: number, profile: Partial<Profile>])[] = [
  [
    1,
    {
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
    },
  ],
  [7, { account: 'anthropic:org-2', device: 'build-box', isSum: true }],
  [9, { origin: 'telemetry' }],
  [11, { subagent: 'agent-2', parentSession: 'session-1' }],
];

/** The names of the fields that differ in `varietyBatch`. */
export const variedFields: readonly string[] = otherProfiles.flatMap(([, profile]) => Object.keys(profile));

/** A batch in which every field of a schema's profile differs once, and limit readings of every shape: for migrations. */
export function varietyBatch(schema: number): LedgerBatch {
  const others = otherProfiles.filter(([since]) => since <= schema).map(([, profile]) => profile);
  const events = Object.entries(Object.assign({}, ...others) as Partial<Profile>).map(([name, value], index) =>
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
