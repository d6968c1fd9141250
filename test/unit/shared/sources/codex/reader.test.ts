import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogRecord } from '../../../../../shared/domain/log-record.ts';
import type { ReaderState } from '../../../../../shared/ports/cursor-store.ts';
import { codex } from '../../../../../shared/sources/codex/descriptor.ts';
import { codexLogs } from '../../../../support/generators/codex.ts';
import { countEvents, eventsOf, flattenEvent, readLines, skipsOf, sumUsage } from '../../../../support/count-events.ts';
import { readFixture, readFixtureFiles } from '../../../../support/log-fixtures.ts';
import { toTextLine } from '../../../../support/text-line.ts';

const thread = (number: number) => `019e0000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const outputs = (records: readonly LogRecord[]) => countEvents(records).map(({ usage }) => usage.outputTokens);

describe('Codex counters', () => {
  it('counts a repeated counter once', () => {
    const records = readFixture(codex, 'repeated-counter');
    // Its readings of the short window reset later than such a window can.
    const impossible = Array<string>(3).fill('bad-limit');
    expect(skipsOf(records).toSorted()).toEqual([...impossible, 'repeated-counter', 'repeated-counter']);
    expect(eventsOf(records).map(flattenEvent)).toMatchObject([
      {
        key: `codex:${thread(1)}:10000.4000.200.50.10200`,
        usage: { inputTokens: 6000, cacheReadTokens: 4000, outputTokens: 200, reasoningTokens: 50 },
        model: 'gpt-5.6-sol',
        provider: 'openai',
        sessionId: thread(1),
        project: '/home/ada/loom',
        branch: 'main',
        entrypoint: 'codex_cli_rs',
        agentVersion: '0.144.2',
        isSidechain: false,
        isFinal: true,
        replay: { kind: 'lineage', group: '10000.4000.200.50.10200', threadId: thread(1) },
      },
      { model: 'gpt-5.5', usage: { inputTokens: 2000, cacheReadTokens: 10_000, outputTokens: 300 } },
    ]);
  });

  it('skips an older counter that was written late, and goes on from the newest', () => {
    const records = readFixture(codex, 'stale-counter');
    expect(skipsOf(records)).toEqual(['stale-counter']);
    expect(sumUsage(countEvents(records))).toMatchObject({
      inputTokens: 1_012_000 - 910_000,
      cacheReadTokens: 910_000,
      outputTokens: 20_300,
      reasoningTokens: 4_040,
    });
  });

  it('keeps counting when the counter restarted, even from a third of its value', () => {
    const records = readFixture(codex, 'restarted-counter');
    expect(skipsOf(records)).toEqual(['empty-usage']);
    expect(outputs(records)).toEqual([200, 300, 400, 100, 50]);
  });

  it('adds up counters that are written alternately one by one', () => {
    expect(outputs(readFixture(codex, 'alternating-counters'))).toEqual([1000, 100, 100, 60, 200]);
  });

  it('subtracts cache reads and writes from the input, and keeps reasoning in the output', () => {
    expect(sumUsage(countEvents(readFixture(codex, 'classes')))).toEqual({
      inputTokens: 5000,
      cacheCreation5mTokens: 1000,
      cacheCreation1hTokens: 0,
      cacheReadTokens: 4000,
      outputTokens: 500,
      reasoningTokens: 300,
    });
  });
});

describe('Codex threads', () => {
  it('counts what a fork replays from its parent once', () => {
    const records = readFixture(codex, 'fork');
    expect(records.filter(({ kind }) => kind === 'lineage')).toEqual([
      { kind: 'lineage', threadId: thread(11), parentId: thread(10) },
      { kind: 'lineage', threadId: thread(11), parentId: thread(10) },
    ]);
    const counted = countEvents(records);
    expect(counted.map(({ profile: { sessionId }, usage }) => [sessionId, usage.outputTokens])).toEqual([
      [thread(10), 200],
      [thread(10), 300],
      [thread(11), 200],
      [thread(10), 400],
    ]);
    expect(flattenEvent(counted[2]!)).toMatchObject({ isSidechain: true, project: '/home/ada/loom' });
  });

  it('counts only the last request where a fork took over the counter without replaying it', () => {
    expect(outputs(readFixture(codex, 'inherited-counter'))).toEqual([200, 400]);
  });

  it('counts the past of a deleted parent once, whichever of its forks contains it', () => {
    expect(outputs(readFixture(codex, 'missing-parent'))).toEqual([200, 300, 200, 200]);
  });

  it('recognises an archived copy by its thread', () => {
    const files = readFixtureFiles(codex, 'archived-copy');
    expect(files).toHaveLength(2);
    expect(outputs(files.flatMap(({ records }) => records))).toEqual([200, 300]);
  });

  it('reads the thread from the file name when there is no session_meta', () => {
    const { path, records } = readFixtureFiles(codex, 'archived-copy')[0]!;
    const lines = readFileSync(path, 'utf8').split('\n').slice(1, -1);
    const keys = (name: string) => eventsOf(readLines(codex, lines, name)).map(({ key }) => key);
    expect(keys(path)).toEqual(eventsOf(records).map(({ key }) => key));
    expect(keys(`${path}.zst`)).toEqual(keys(path));
    expect(keys('C:\\logs\\own-name.jsonl')[0]).toBe('codex:own-name:10000.4000.200.50.10200');
  });

  it.each([
    [{ subagent: { other: 'guardian' } }, { isSidechain: true, subagent: 'guardian', parentSession: null }],
    [{ subagent: 'review' }, { isSidechain: true, subagent: 'review', parentSession: null }],
    [{ subagent: { other: 7 } }, { isSidechain: true, subagent: null, parentSession: null }],
    [
      { subagent: { thread_spawn: { parent_thread_id: thread(2), agent_nickname: 'Kepler' } } },
      { isSidechain: true, subagent: null, parentSession: thread(2) },
    ],
    ['cli', { isSidechain: false, subagent: null, parentSession: null }],
  ])('a thread whose source is %j is known as what Codex calls it, or by its parent', (source, expected) => {
    const usage = { input_tokens: 10, cached_input_tokens: 0, output_tokens: 5, total_tokens: 15 };
    const info = { total_token_usage: usage, last_token_usage: usage };
    const lines = [
      { type: 'session_meta', payload: { id: thread(1), source } },
      { type: 'event_msg', payload: { type: 'token_count', info } },
    ].map((line) => JSON.stringify({ timestamp: '2026-09-01T08:00:00.000Z', ...line }));
    expect(eventsOf(readLines(codex, lines, 'rollout.jsonl')).map(flattenEvent)).toMatchObject([expected]);
  });

  it('follows model, folder and service tier from turn to turn', () => {
    expect(eventsOf(readFixture(codex, 'settings')).map(flattenEvent)).toMatchObject([
      { model: 'unknown', provider: 'openai', tier: 'standard', branch: null, project: '/home/ada/loom' },
      { model: 'codex-auto-review', tier: 'priority', project: '/home/ada/other' },
      { model: 'codex-auto-review', tier: 'standard' },
    ]);
  });

  it('finds nothing in records from before the envelope', () => {
    expect(readFixture(codex, 'old-records')).toEqual([]);
  });
});

describe('Codex rows', () => {
  const usage = { input_tokens: 10, cached_input_tokens: 0, output_tokens: 5, total_tokens: 15 };
  const info = { total_token_usage: usage, last_token_usage: usage };
  const startMs = Date.parse('2026-09-01T08:00:00.000Z');
  const row = (type: string, payload: object, afterMs: number | null = 0) =>
    JSON.stringify({ timestamp: afterMs === null ? null : new Date(startMs + afterMs).toISOString(), type, payload });
  const count = (payload: object, afterMs: number | null = 0) =>
    row('event_msg', { type: 'token_count', ...payload }, afterMs);
  const limits = { primary: { used_percent: 7, window_minutes: 300 } };
  const read = (...lines: readonly string[]) => {
    const reader = codex.streams[0].createReader('rollout.jsonl', null);
    return lines
      .flatMap((line) => reader.read(toTextLine(line)))
      .map((record) => (record.kind === 'skip' ? record.reason : record.kind));
  };

  it('are skipped with a reason if they are damaged', () => {
    expect(read('{"type":"token_count')).toEqual(['not-json']);
    expect(read(count({ info: { total_token_usage: { input_tokens: -1 } } }))).toEqual(['bad-usage']);
    expect(read(count({ info }, null))).toEqual(['no-timestamp']);
    expect(read(count({ info: null, rate_limits: limits }, null))).toEqual([]);
  });

  it('may report limits alone or with a counter', () => {
    expect(read(count({ info: null, rate_limits: limits }))).toEqual(['limit']);
    expect(read(count({ info, rate_limits: limits }))).toEqual(['limit', 'event']);
  });

  it('add nothing if a fork’s first counter may come entirely from its parent', () => {
    const meta = row('session_meta', { id: thread(1), forked_from_id: thread(2) });
    const own = row('session_meta', { id: thread(1) });
    const first = count({ info: { total_token_usage: usage } });
    expect(read(meta, first)).toEqual(['lineage', 'empty-usage']);
    expect(read(own, first)).toEqual(['event']);
    // The start of the file is missing, so it may be a fork.
    expect(read(first)).toEqual(['empty-usage']);
  });

  it('add no limits in the first two seconds of a fork, which repeat those of its parent', () => {
    const fork = row('session_meta', { id: thread(1), forked_from_id: thread(2) });
    const at = (afterMs: number) => count({ info: null, rate_limits: limits }, afterMs);
    expect(read(fork, at(1_999), at(2_000))).toEqual(['lineage', 'limit']);
    expect(read(row('session_meta', { id: thread(1) }), at(0))).toEqual(['limit']);
  });

  it('that are lost become a separate response, one millisecond later', () => {
    const later = { input_tokens: 50, cached_input_tokens: 0, output_tokens: 12, total_tokens: 62 };
    const lines = [count({ info }), count({ info: { total_token_usage: later, last_token_usage: usage } }, 1_000)];
    const [, lost, last] = eventsOf(readLines(codex, [row('session_meta', { id: thread(1) }), ...lines], 'r.jsonl'));
    expect(lost).toMatchObject({
      ...{ key: `codex:${thread(1)}:40.0.7.0.47:lost`, atMs: startMs + 1_001 },
      usage: { inputTokens: 30, outputTokens: 2 },
    });
    expect(last).toMatchObject({ atMs: startMs + 1_000, usage: { inputTokens: 10, outputTokens: 5 } });
  });
});

describe('Codex lines that are lost after they were read', () => {
  it('change no total, whichever they are', () => {
    const losses = fc.array(fc.boolean(), { minLength: 64, maxLength: 64 });
    fc.assert(
      fc.property(codexLogs, losses, fc.nat({ max: 30 }), ({ files, spent }, isLost, head) => {
        const readAll = (keep: (index: number) => boolean) =>
          files.flatMap(({ path, lines }) =>
            readLines(
              codex,
              lines.filter((_, index) => keep(index)),
              path,
            ),
          );
        const whole = readAll(() => true);
        const damaged = readAll((index) => isLost[index % 64] === false);
        const headless = readAll((index) => index >= head);
        for (const later of [damaged, headless]) {
          expect(sumUsage(countEvents([...whole, ...later]))).toEqual(spent);
          expect(sumUsage(countEvents([...later, ...whole]))).toEqual(spent);
        }
      }),
    );
  });
});

describe('Codex reader state', () => {
  it.each(['repeated-counter', 'stale-counter', 'restarted-counter', 'alternating-counters', 'fork', 'settings'])(
    'lets a reader go on after any line of %s',
    (name) => {
      for (const { path, records } of readFixtureFiles(codex, name)) {
        let state: ReaderState = null;
        const resumed = readFileSync(path, 'utf8')
          .split('\n')
          .filter(isTold)
          .flatMap((line) => {
            const reader = codex.streams[0].createReader(path, state);
            const found = reader.read(toTextLine(line));
            state = JSON.parse(JSON.stringify(reader.state())) as ReaderState;
            return found;
          });
        expect(resumed).toEqual(records);
      }
    },
  );

  it('treats a damaged state as a new one', () => {
    const { path, records } = readFixtureFiles(codex, 'repeated-counter')[0]!;
    const lines = readFileSync(path, 'utf8').split('\n').filter(isTold);
    const damaged: readonly ReaderState[] = [
      7,
      'x',
      [],
      { runs: 3 },
      { runs: [[1], [[1], [-2]], null] },
      { begunAtMs: 'soon' },
    ];
    for (const state of damaged) {
      const reader = codex.streams[0].createReader(path, state);
      expect(lines.flatMap((line) => reader.read(toTextLine(line)))).toEqual(records);
    }
  });
});

/** Ingest passes on no others. */
function isTold(line: string): boolean {
  return codex.streams[0].needles.some((needle) => line.includes(needle));
}
