import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLineReader } from '../../../../../../main/node/ingest/lines/line-reader.ts';
import { createNeedleFinder } from '../../../../../../main/node/ingest/lines/needle-finder.ts';
import { createFieldReader } from '../../../../../../main/node/ingest/lines/read-fields.ts';

const needle = 'key';

/** Reads pieces with little memory; returns the emitted lines and the reader. */
function readPieces(pieces: readonly Buffer[], options: { offset?: number; longest?: number; memory?: number } = {}) {
  const handed: [number, string][] = [];
  let damaged = 0;
  const reader = createLineReader({
    buffer: Buffer.alloc(options.memory ?? 8),
    offset: options.offset ?? 0,
    tools: { findNeedle: createNeedleFinder([needle]), fields: createFieldReader({ key: true }) },
    onLine: (line, offset) => handed.push([offset, line.text()]),
    onDamagedLine: () => damaged++,
    maxLineBytes: options.longest ?? 1000,
  });
  for (const piece of pieces) {
    for (let done = 0; done < piece.length;) {
      const copied = piece.copy(reader.space(), 0, done);
      expect(copied).toBeGreaterThan(0);
      reader.advance(copied);
      done += copied;
    }
  }
  return { handed, reader, damaged: () => damaged };
}

describe('createLineReader', () => {
  it('emits the same lines however the bytes arrive', () => {
    const line = fc.string({ unit: fc.constantFrom('k', 'e', 'y', 'ü', '漢', 'key', ' '), maxLength: 20 });
    fc.assert(
      fc.property(
        fc.array(line),
        line,
        fc.array(fc.nat(400)),
        fc.integer({ min: 1, max: 40 }),
        (lines, rest, cuts, memory) => {
          const bytes = Buffer.from(lines.map((text) => `${text}\n`).join('') + rest);
          const places = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b), bytes.length];
          const pieces = places.slice(1).map((end, index) => bytes.subarray(places[index], end));
          const { handed, reader } = readPieces(pieces, { memory });
          expect(handed.map(([, text]) => text)).toEqual(lines.filter((text) => text.includes(needle)));
          for (const [offset, text] of handed) expect(bytes.subarray(offset).toString()).toContain(`${text}\n`);
          expect(reader.lines()).toBe(lines.length);
          expect(reader.offset()).toBe(bytes.length - Buffer.byteLength(rest));
        },
      ),
    );
  });

  it('counts lines without a needle that cannot be records', () => {
    const lines = ['{"a":1}', '', '{"a":1}\r', '\r', '{"a":', '1}', '\0\0\0', '{"key":', ' {}'];
    const { handed, damaged } = readPieces([Buffer.from(`${lines.join('\n')}\n{"a`)], { memory: 16 });
    expect(handed.map(([, text]) => text)).toEqual(['{"key":']);
    // The truncated ones, the one of zeros and the one that begins with a space; the last line is still being written.
    expect(damaged()).toBe(4);
  });

  it('also checks both ends of a shortened line', () => {
    const text = 'x'.repeat(400);
    const bytes = Buffer.from(`{"a":"${text}"}\n{"a":"${text}"\n`);
    const { damaged } = readPieces([bytes], { memory: 16, longest: 600 });
    expect(damaged()).toBe(1);
  });

  it('counts offsets from where it starts', () => {
    const { handed, reader } = readPieces([Buffer.from('no\nkey 1\nkey 2\nke')], { offset: 100 });
    expect(handed).toEqual([
      [103, 'key 1'],
      [109, 'key 2'],
    ]);
    expect(reader.offset()).toBe(115);
  });

  it('skips lines that are too long without keeping them, and stays before an unfinished one', () => {
    const long = 'key'.repeat(50);
    const { handed, reader } = readPieces([Buffer.from(`key 1\n${long}\nkey 2\n${long}\n${long}`)], { longest: 64 });
    expect(handed.map(([, text]) => text)).toEqual(['key 1', 'key 2']);
    expect(reader.tooLongLines()).toBe(2);
    expect(reader.lines()).toBe(4);
    expect(reader.offset()).toBe(6 + 151 + 6 + 151);
    expect(reader.unfinishedRecord()).toBeNull();
    expect(reader.space().length).toBeLessThanOrEqual(64);
  });

  it('accepts a line of the maximum length', () => {
    const { handed } = readPieces([Buffer.from(`key${'x'.repeat(60)}\nkey\n`)], { longest: 64 });
    expect(handed.map(([, text]) => text.length)).toEqual([63, 3]);
  });

  it('strips Windows line endings, a byte order mark at the beginning, and zeros before a line', () => {
    const { handed } = readPieces([Buffer.from('\ufeffkey 1\r\n\0\0\0key 2\n\ufeffkey 3\n')]);
    expect(handed.map(([, text]) => text)).toEqual(['key 1', 'key 2', '\ufeffkey 3']);
  });

  it('replaces invalid UTF-8', () => {
    const { handed } = readPieces([Buffer.from([0xff, 0x6b, 0x65, 0x79, 0x0a])]);
    expect(handed).toEqual([[0, '\ufffdkey']]);
  });

  it('returns a last line that looks complete, and no other', () => {
    expect(
      readPieces([Buffer.from('{"key":1}\n{"key":2}')])
        .reader.unfinishedRecord()
        ?.text(),
    ).toBe('{"key":2}');
    expect(readPieces([Buffer.from('{"key":1}\n{"key":2')]).reader.unfinishedRecord()).toBeNull();
    expect(readPieces([Buffer.from('{"key":1}\n{"other":2}')]).reader.unfinishedRecord()).toBeNull();
    expect(readPieces([Buffer.from('{"key":1}\n')]).reader.unfinishedRecord()).toBeNull();
  });
});
