import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sources } from '../../../../shared/sources/registry.ts';
import { findFaults } from '../../../support/find-faults.ts';
import { readGoldenDocuments } from '../../../support/golden-documents.ts';
import { hostileMutations, mutateText } from '../../../support/hostile-text.ts';

const runs = 4_000;

const documentStreams = sources.flatMap(({ id, streams }) =>
  streams.flatMap((stream, index) => (stream.kind === 'document' ? [{ id, index, stream }] : [])),
);

describe.each(documentStreams)('hostile documents: $id $index', ({ id, stream }) => {
  const originals = readGoldenDocuments(id, stream);

  it('never break the reader, nor yield an invalid number', () => {
    expect(originals.length).toBeGreaterThan(0);
    let numbers = 0;
    let parsed = 0;
    const faults: string[] = [];
    fc.assert(
      fc.property(fc.nat(), fc.array(hostileMutations, { maxLength: 3 }), (document, changes) => {
        const { text, sideTexts } = originals[document % originals.length]!;
        const value = parse(changes.reduce(mutateText, text));
        // Ingest passes on nothing else.
        if (value === undefined) return;
        parsed++;
        for (const record of stream.read({ path: '/p/chats/s.json', value, sideTexts })) {
          if (record.kind === 'event' || record.kind === 'limit') numbers++;
          faults.push(...findFaults(id, record));
        }
        expect(faults).toEqual([]);
      }),
      { numRuns: runs, seed: 20_260_504 },
    );
    expect(parsed).toBeGreaterThan(runs / 5);
    expect(numbers).toBeGreaterThan(runs / 5);
  });

  it('of any shape yield nothing, or give a reason', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        for (const record of stream.read({ path: '/p/s.json', value, sideTexts: [null, 'x'] })) {
          expect(record.kind).toBe('skip');
        }
      }),
      { numRuns: 500 },
    );
  });
});

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
