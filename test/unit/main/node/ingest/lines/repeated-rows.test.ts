import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createChunkMemory } from '../../../../../../main/node/ingest/lines/chunk-memory.ts';
import { createLineBatcher } from '../../../../../../main/node/ingest/lines/line-batcher.ts';
import { createLineReader } from '../../../../../../main/node/ingest/lines/line-reader.ts';
import { lineToolsOf } from '../../../../../../main/node/ingest/lines/line-tools.ts';
import type { LedgerBatch } from '../../../../../../shared/ports/ledger-writer.ts';
import { claudeCode } from '../../../../../../shared/sources/claude-code/descriptor.ts';
import type { Source } from '../../../../../../shared/sources/source.ts';
import type { LogLine } from '../../../../../../shared/sources/streams.ts';
import { logFixturesFolder } from '../../../../../support/log-fixtures.ts';
import { listFiles } from '../../../../../support/real-logs.ts';
import { toOffset } from '../../../../../support/ledger-samples.ts';
import { lineSources, lineStreamOf } from '../../../../../support/streams.ts';
import { toTextLine } from '../../../../../support/text-line.ts';

const place = { position: toOffset(0), inode: '1', mtimeMs: 0 } as const;
const memory = createChunkMemory(1024 * 1024);

/** Reads a log as ingest does, and returns how many rows were recognised without parsing. */
function readBytes(source: Source, text: string): { readonly batch: LedgerBatch; readonly repeats: number } {
  const batcher = createLineBatcher({ path: '/p/s/x.jsonl', source, stream: lineStreamOf(source), device: null }, null);
  let repeats = 0;
  const onLine = (line: LogLine): void =>
    batcher.addLine({
      ...line,
      repeat(name) {
        const found = line.repeat(name);
        if (found !== null) repeats++;
        return found;
      },
    });
  const reader = createLineReader({
    buffer: memory,
    offset: 0,
    tools: lineToolsOf(lineStreamOf(source)),
    onLine,
    onDamagedLine: () => undefined,
  });
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length;) {
    const copied = bytes.copy(reader.space(), 0, done);
    reader.advance(copied);
    done += copied;
  }
  return { batch: batcher.take(place, 0, 0), repeats };
}

/** Reads the same log line by line, without remembering any. */
function readLines(source: Source, text: string): LedgerBatch {
  const batcher = createLineBatcher({ path: '/p/s/x.jsonl', source, stream: lineStreamOf(source), device: null }, null);
  for (const line of text.split('\n').slice(0, -1)) {
    if (lineStreamOf(source).needles.some((needle) => line.includes(needle))) batcher.addLine(toTextLine(line));
  }
  return batcher.take(place, 0, 0);
}

describe('rows that repeat the row before', () => {
  it('change only the number of rows, in any mixture', () => {
    const row = fc.record({
      type: fc.constantFrom('assistant', 'assistant', 'assistant', 'user'),
      uuid: fc.constantFrom('u1', 'u2'),
      timestamp: fc.constantFrom(
        '2026-05-04T09:00:00.000Z',
        '2026-05-04T09:00:01.000Z',
        '2026-05-04T11:00:00.500+02:00',
        'soon',
      ),
      requestId: fc.constantFrom('r1', 'r1', 'r1', undefined),
      message: fc.record({
        id: fc.constantFrom('m1', 'm1', 'm1', undefined),
        model: fc.constantFrom('claude-opus-5', 'claude-opus-5', '<synthetic>'),
        content: fc.constantFrom('one', 'another'),
        usage: fc.constantFrom(
          { input_tokens: 1, output_tokens: 2 },
          { input_tokens: 1, output_tokens: 2 },
          { input_tokens: 1, output_tokens: 5 },
          { input_tokens: 0, output_tokens: 0 },
          { input_tokens: 1, output_tokens: 1, iterations: [{ type: 'advisor_message', model: 'x', input_tokens: 3 }] },
        ),
      }),
    });
    let repeats = 0;
    fc.assert(
      fc.property(fc.array(fc.tuple(row, fc.nat(3)), { maxLength: 8 }), fc.constantFrom('\n', '\r\n'), (rows, end) => {
        const texts = rows.flatMap(([value, copies]) =>
          Array.from({ length: copies + 1 }, () => JSON.stringify(value)),
        );
        const text = texts.map((line) => `${line}${end}`).join('');
        const read = readBytes(claudeCode, text);
        repeats += read.repeats;
        expect(read.batch).toEqual(readLines(claudeCode, text));
      }),
      { numRuns: 3000 },
    );
    expect(repeats).toBeGreaterThan(1000);
  });

  it.each(lineSources)('change nothing in the logs of $id', ({ source }) => {
    let repeats = 0;
    for (const { path } of listFiles(join(logFixturesFolder, source.id))) {
      if (!path.endsWith('.jsonl')) continue;
      const text = readFileSync(path, 'utf8')
        .replace(/^\ufeff/, '')
        .replaceAll('\0', '');
      const read = readBytes(source, text);
      repeats += read.repeats;
      expect(read.batch).toEqual(readLines(source, text));
    }
    expect(repeats > 0).toBe(source.id === claudeCode.id);
  });
});
