import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyUsage } from '../../../../../shared/domain/token-usage.ts';
import type { LogRecord } from '../../../../../shared/domain/log-record.ts';
import {
  isJournal,
  journalRoots,
  parseJournalRecord,
  toJournalLine,
  toJournalName,
} from '../../../../../shared/sources/lib/telemetry-journal.ts';
import { claudeCode } from '../../../../../shared/sources/claude-code/descriptor.ts';
import { codex } from '../../../../../shared/sources/codex/descriptor.ts';
import type { LineStream, Stream } from '../../../../../shared/sources/streams.ts';
import type { TelemetryUse } from '../../../../../shared/sources/telemetry.ts';
import { createMemoryLedger } from '../../../../fakes/memory-ledger.ts';
import { claudeLine } from '../../../../support/agent-logs.ts';
import { batchOf } from '../../../../support/ledger-samples.ts';
import { toTextLine } from '../../../../support/text-line.ts';

const atMs = Date.parse('2026-05-01T14:00:00Z');
const requestOf = (id: number): string => `req_011CtestRequest${String(id).padStart(6, '0')}`;
const use = (id: number, output: number, given: Partial<TelemetryUse> = {}): TelemetryUse => ({
  id: requestOf(id),
  atMs: atMs + id,
  model: 'claude-opus-4-8',
  sessionId: 'session-1',
  requestId: requestOf(id),
  usage: {
    ...emptyUsage,
    inputTokens: 10,
    cacheReadTokens: 20_000,
    cacheCreation5mTokens: 1_000,
    outputTokens: output,
  },
  costUsd: 0.5,
  ...given,
});

function journalOf(source: { readonly streams: readonly Stream[] }): LineStream {
  return source.streams.find((stream): stream is LineStream => stream.matches('2026-05-01.telemetry'))!;
}

function read(stream: LineStream, ...lines: readonly string[]): readonly LogRecord[] {
  const reader = stream.createReader('/data/telemetry/x/2026-05-01.telemetry', null);
  return lines.flatMap((line) => [...reader.read(toTextLine(line))]);
}

/** The row of the agent's own log for the same request, which may have seen less of the output. */
function logRow(id: number, output: number): LogRecord {
  const line = claudeLine({ id, atMs: atMs + id - 1, output }).replace(`req_${id}`, requestOf(id));
  const reader = (claudeCode.streams[0] as LineStream).createReader('/home/.claude/projects/p/session-1.jsonl', null);
  return reader.read(toTextLine(line.trim()))[0]!;
}

const reported = (id: number, output: number): LogRecord =>
  read(journalOf(claudeCode), toJournalLine(use(id, output)))[0]!;

describe('the journal of telemetry', () => {
  it('has a name for every day, which is no log of an agent', () => {
    const name = toJournalName(atMs);
    expect([name, isJournal(name), isJournal('a.jsonl')]).toEqual(['2026-05-01.telemetry', true, false]);
    expect(claudeCode.streams.filter((stream) => stream.matches(name))).toHaveLength(1);
    const host = { platform: 'linux', home: '/h', variables: {}, otherHomes: [] } as const;
    expect(journalRoots('codex', host)).toEqual([]);
    expect(journalRoots('codex', { ...host, dataFolder: '/d' })).toEqual([
      { path: '/d/telemetry/codex', origin: 'telemetry' },
    ]);
  });

  it('gives back what was written', () => {
    expect(parseJournalRecord(JSON.parse(toJournalLine(use(1, 5))))).toEqual(use(1, 5));
  });

  it('never throws, whatever a line is', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom('id', 'atMs', 'usage', 'model', 'requestId'), (value, name) => {
        const line = JSON.stringify({ ...use(1, 5), schema: 'fuelgauge.telemetry.v1', [name]: JSON.parse(value) });
        for (const record of read(journalOf(claudeCode), line, value)) expect(['event', 'skip']).toContain(record.kind);
      }),
    );
  });

  it('counts nothing that no log row can be found for', () => {
    const skipped = { kind: 'skip', reason: 'not-joined' };
    expect(read(journalOf(claudeCode), toJournalLine(use(1, 5, { requestId: null })))).toEqual([skipped]);
    expect(read(journalOf(claudeCode), toJournalLine(use(1, 5, { requestId: 'short' })))).toEqual([skipped]);
    expect(read(journalOf(claudeCode), toJournalLine(use(1, 5), true))).toEqual([skipped]);
    expect(read(journalOf(codex), toJournalLine(use(1, 5)))).toEqual([skipped]);
  });
});

describe('telemetry and logs', () => {
  it('count a response once: the log owns it, the larger output counts', () => {
    const ledger = createMemoryLedger();
    ledger.apply([batchOf([reported(1, 700), logRow(1, 3), reported(2, 9)], { source: 'claude-code' })]);
    const [joined, alone] = [...ledger.cells({ grainMs: 1 })].sort((left, right) => left.startMs - right.startMs);
    expect(joined).toMatchObject({ origin: 'log', project: '/home/ada/shop', events: 1, usage: { outputTokens: 700 } });
    // The log knows how long what was cached is kept.
    expect(joined?.usage).toMatchObject({ cacheCreation1hTokens: 1_000, cacheCreation5mTokens: 0 });
    expect(alone).toMatchObject({ origin: 'telemetry', project: null, events: 1, usage: { outputTokens: 9 } });
  });

  it('give the same in whatever order, pieces and repetitions they come', () => {
    const record = fc.record({ id: fc.integer({ min: 1, max: 4 }), output: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(
        fc.array(record, { maxLength: 8 }),
        fc.array(record, { maxLength: 8 }),
        fc.infiniteStream(fc.nat()),
        (logs, telemetry, at) => {
          const all = [
            ...logs.map(({ id, output }) => logRow(id, output)),
            ...telemetry.map(({ id, output }) => reported(id, output)),
          ];
          const shuffled = [...all, ...all]
            .map((each) => [at.next().value as number, each] as const)
            .sort(([a], [b]) => a - b);
          const [whole, pieces] = [createMemoryLedger(), createMemoryLedger()];
          whole.apply([batchOf(all, { source: 'claude-code' })]);
          for (const [, each] of shuffled) pieces.apply([batchOf([each], { source: 'claude-code' })]);
          expect(pieces.cells({ grainMs: 1 })).toEqual(whole.cells({ grainMs: 1 }));
          const outputs = new Map<number, number>();
          for (const { id, output } of [...logs, ...telemetry]) outputs.set(id, Math.max(outputs.get(id) ?? 0, output));
          const total = whole.cells({ grainMs: 1 }).reduce((sum, { usage }) => sum + usage.outputTokens, 0);
          expect(total).toBe([...outputs.values()].reduce((sum, output) => sum + output, 0));
        },
      ),
      { numRuns: 200 },
    );
  });
});
