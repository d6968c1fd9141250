import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createChunkMemory } from '../../../../../../main/node/ingest/lines/chunk-memory.ts';
import { createNeedleFinder } from '../../../../../../main/node/ingest/lines/needle-finder.ts';

/** What the finder must agree with: one pass per needle. */
function findSlowly(bytes: Buffer, needles: readonly string[], from: number, to: number): number {
  const hits = needles.map((needle) => bytes.subarray(0, to).indexOf(needle, from)).filter((hit) => hit !== -1);
  return hits.length === 0 ? -1 : Math.min(...hits);
}

/** The same bytes where WebAssembly can search, followed by bytes that could be mistaken for part of them. */
function toChunk(bytes: Buffer): Buffer {
  const chunk = createChunkMemory(bytes.length + 20).fill('"aab"');
  bytes.copy(chunk, 3);
  return chunk.subarray(3, 3 + bytes.length);
}

describe('createNeedleFinder', () => {
  it('finds the first of several needles, like one search for each', () => {
    // Few letters, so that needles share beginnings, overlap and nearly match.
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '"', 'é'), maxLength: 200 });
    const needle = fc.string({ unit: fc.constantFrom('a', 'b', '"', 'é'), minLength: 2, maxLength: 9 });
    fc.assert(
      fc.property(
        text,
        fc.array(needle, { minLength: 1, maxLength: 5 }),
        fc.nat(200),
        fc.nat(400),
        (body, needles, from, to) => {
          const bytes = Buffer.from(body);
          const end = Math.min(to, bytes.length);
          const expected = findSlowly(bytes, needles, from, end);
          expect(createNeedleFinder(needles)(bytes, from, end)).toBe(expected);
          expect(createNeedleFinder(needles)(toChunk(bytes), from, end)).toBe(expected);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('does not look beyond the end', () => {
    const find = createNeedleFinder(['"usage"']);
    const bytes = Buffer.from('xx"usage"');
    expect(find(bytes, 0, bytes.length)).toBe(2);
    expect(find(bytes, 0, bytes.length - 1)).toBe(-1);
    expect(find(bytes, 3, bytes.length)).toBe(-1);
    expect(find(toChunk(bytes), 0, bytes.length)).toBe(2);
    expect(find(toChunk(bytes), 0, bytes.length - 1)).toBe(-1);
    expect(find(toChunk(bytes), 3, bytes.length)).toBe(-1);
  });

  it('finds needles anywhere in a chunk, including its last byte', () => {
    const find = createNeedleFinder(['"usage"', '"compact_boundary"']);
    const chunk = createChunkMemory(70_000).fill('"uusage"');
    expect(find(chunk, 0, chunk.length)).toBe(-1);
    for (const place of [0, 1, 15, 16, 17, 65_530, 70_000 - 7]) {
      const bytes = createChunkMemory(70_000).fill('"uusage"');
      bytes.write('"usage"', place);
      expect(find(bytes, 0, bytes.length)).toBe(place);
      expect(find(bytes, place + 1, bytes.length)).toBe(-1);
    }
  });

  it('treats everything as a hit when it has no needles, or one that is too short to search for', () => {
    for (const needles of [[], ['{'], ['"usage"', '']]) {
      const find = createNeedleFinder(needles);
      expect(find(Buffer.from('abc'), 1, 3)).toBe(1);
      expect(find(Buffer.from('abc'), 3, 3)).toBe(-1);
    }
  });

  it.each([40, 42])('finds each of %i needles without a letter in common', (count) => {
    const needles = Array.from({ length: count }, (_, index) =>
      String.fromCharCode(3 * index + 1, 3 * index + 2, 3 * index + 3),
    );
    const find = createNeedleFinder(needles);
    for (const needle of needles) {
      const bytes = createChunkMemory(100).fill('~');
      bytes.write(needle, 50);
      expect(find(bytes, 0, bytes.length)).toBe(50);
    }
  });

  it('finds needles longer than its jumps can be', () => {
    const needle = 'n'.repeat(400) + 'x';
    const bytes = Buffer.from('n'.repeat(1000) + needle);
    expect(createNeedleFinder([needle])(bytes, 0, bytes.length)).toBe(1000);
  });
});
