import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createJsonCondenser } from '../../../../../../main/node/ingest/condense-json.ts';
import { createFieldSelector } from '../../../../../../main/node/ingest/documents/select-fields.ts';
import { sources } from '../../../../../../shared/sources/registry.ts';
import type { DocumentFields, FieldTree } from '../../../../../../shared/sources/streams.ts';
import { readGoldenDocuments } from '../../../../../support/golden-documents.ts';

function select(text: string, fields: DocumentFields, cuts: readonly number[] = []): string {
  const condenser = createJsonCondenser(1e6);
  const selector = createFieldSelector(fields, condenser);
  const bytes = Buffer.from(text);
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  places.slice(1).forEach((end, index) => selector.feed(bytes, places[index]!, end));
  return condenser.take()!.toString('utf8');
}

/** The same by way of the parsed value. */
function pick(value: unknown, fields: true | DocumentFields): unknown {
  if (fields === true || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(fields)) {
    return Array.isArray(value) ? value.map((item) => pick(item, fields[0] as FieldTree)) : value;
  }
  if (Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      const wanted = Object.hasOwn(fields, name) ? (fields as FieldTree)[name] : undefined;
      return [name, wanted === undefined ? 0 : pick(member, wanted)];
    }),
  );
}

const names = ['id', 'tokens', 'a"b', 'text', 'ä', 'constructor'] as const;
const text = fc.string({ unit: fc.constantFrom('a', '"', '\\', '{', ']', ',', ':', 'ü', '😀', '\n'), maxLength: 12 });
const value = fc.letrec((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.constantFrom(0, -1.5e9, true, null),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...names), tie('tree')),
  ),
})).tree;
const tree: fc.Arbitrary<FieldTree> = fc.letrec<{ tree: FieldTree; node: true | DocumentFields }>((tie) => ({
  tree: fc.dictionary(fc.constantFrom(...names), tie('node'), { maxKeys: 4 }),
  node: fc.oneof(
    { depthSize: 'small' },
    fc.constant(true as const),
    tie('tree'),
    tie('tree').map((one) => [one] as const),
  ),
})).tree;
const fields: fc.Arbitrary<DocumentFields> = fc.oneof(
  tree,
  tree.map((one) => [one] as const),
);

describe('createFieldSelector', () => {
  it('leaves the fields of a document, and 0 for everything else, however the bytes arrive', () => {
    fc.assert(
      fc.property(
        value,
        fields,
        fc.array(fc.nat(), { maxLength: 6 }),
        fc.constantFrom(0, 2),
        (whole, wanted, cuts, indent) => {
          const json = JSON.stringify(whole, null, indent);
          expect(JSON.parse(select(json, wanted, cuts))).toEqual(pick(whole, wanted));
        },
      ),
      { numRuns: 5_000 },
    );
  });

  it('knows names that are escaped, and skips a byte order mark', () => {
    expect(select('{"\\u0069d":7,"x":[1]}', { id: true })).toBe('{"\\u0069d":7,"x":0}');
    expect(select('\ufeff{"x":"y"}', { id: true })).toBe('\ufeff{"x":0}');
  });

  it('leaves a document incomplete that ends anywhere', () => {
    const whole = '{"id":1,"text":"a\\"b","list":[{"id":"x"},[2]],"tokens":{"id":3}}';
    for (let end = 0; end < whole.length; end++) {
      expect(() => JSON.parse(select(whole.slice(0, end), { id: true, tokens: { id: true } })) as unknown).toThrow();
    }
  });
});

const documentStreams = sources.flatMap(({ id, streams }) =>
  streams.flatMap((stream) => (stream.kind === 'document' && stream.fields !== undefined ? [{ id, stream }] : [])),
);

describe.each(documentStreams)('the fields of documents: $id', ({ id, stream }) => {
  it('are all that its reader uses', () => {
    let numbers = 0;
    for (const { path, text: json, sideTexts } of readGoldenDocuments(id, stream)) {
      const read = (one: string) => stream.read({ path, value: JSON.parse(one) as unknown, sideTexts });
      const whole = read(json);
      expect(read(select(json, stream.fields!))).toEqual(whole);
      numbers += whole.filter(({ kind }) => kind === 'event' || kind === 'limit').length;
    }
    expect(numbers).toBeGreaterThan(0);
  });
});
