import type { LogRecord } from '../../shared/domain/log-record.ts';
import type { ReplayHint } from '../../shared/domain/usage-event.ts';
import type { LedgerBatch } from '../../shared/ports/ledger-writer.ts';
import { varietyBatch } from './ledger-variety.ts';
import { cursorOf, eventOf, readingOf, sampleMs, toOffset, usageOf } from './ledger-samples.ts';

/** The number of batches in a story. */
export const storyLength = 400;

/** The file that a story's batches were read from: its cursor's offset is the number of batches applied. */
export const storyPath = '/home/ann/.codex/sessions/rollout-1.jsonl';

/**
 * The batch at this position of a story that uses everything: repeated rows, aliases that join events, replays of both
 * kinds, lineage that arrives late, and limit readings. Always the same for the same position.
 */
export function storyBatch(index: number): LedgerBatch {
  const records = Array.from({ length: 20 }, (_, row) => storyRecord(index * 20 + row));
  return {
    records,
    cursor: cursorOf({ path: storyPath, source: 'codex', position: toOffset(index + 1), lines: (index + 1) * 20 }),
  };
}

function storyRecord(place: number): LogRecord {
  const mixed = mix(place);
  const thread = `thread-${mixed % 40}`;
  if (mixed % 29 === 0) return { kind: 'lineage', threadId: thread, parentId: `thread-${(mixed >>> 8) % 40}` };
  const atMs = sampleMs + place * 700 + (mixed % 60_000);
  if (mixed % 7 === 0) return { kind: 'limit', reading: readingOf({ observedAtMs: atMs, usedPercent: mixed % 100 }) };
  const response = (place >>> 1) - (mixed % 5 === 0 ? mixed % 50 : 0);
  return {
    kind: 'event',
    event: eventOf({
      key: `codex:${response}`,
      aliases: mixed % 3 === 0 ? [`codex:${response}#${thread}`, `codex:${response + 1}`] : [],
      replay: toReplay(mixed, response, thread),
      source: 'codex',
      sessionId: thread,
      atMs,
      isSidechain: mixed % 4 === 0,
      isFinal: mixed % 11 !== 0,
      usage: usageOf({ inputTokens: response % 9, outputTokens: 1 + (mixed % 500) }),
    }),
  };
}

function toReplay(mixed: number, response: number, threadId: string): ReplayHint | null {
  if (mixed % 6 === 0) return null;
  const group = `${response % 700}`;
  return mixed % 2 === 0 ? { kind: 'sidechain', group } : { kind: 'lineage', group, threadId };
}

function mix(value: number): number {
  let mixed = Math.imul(value + 1, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

/** The contents of the ledger of a schema in `test/fixtures/ledgers`, from schema 3 on: forty batches, and variety. */
export function fixtureBatches(schema: number): readonly LedgerBatch[] {
  return [...Array.from({ length: 40 }, (_, index) => storyBatch(index)), varietyBatch(schema)];
}

/** The part of it that they have rolled up. */
export const fixtureCompaction = { beforeMs: sampleMs + 200_000, maxEvents: 100 };
