import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeJsonMembersModule } from '../../../../../../build/wasm.ts';
import { createChunkMemory } from '../../../../../../main/node/ingest/lines/chunk-memory.ts';
import { toLogLine } from '../../../../../../main/node/ingest/lines/log-line.ts';
import { createFieldReader, type FieldReader } from '../../../../../../main/node/ingest/lines/read-fields.ts';
import type { FieldTree } from '../../../../../../shared/sources/streams.ts';
import { logFixturesFolder } from '../../../../../support/log-fixtures.ts';
import { listFiles } from '../../../../../support/real-logs.ts';
import { lineSources } from '../../../../../support/streams.ts';
import { toTextLine } from '../../../../../support/text-line.ts';

const tree: FieldTree = {
  a: true,
  name: true,
  nume: true,
  b: { a: true, c: { d: true } },
  list: [{ a: true, b: { a: true }, list: [{ a: true }] }],
};
const memory = createChunkMemory(1024 * 1024);
const readTree = createFieldReader(tree);

function readText(text: string, read: FieldReader = readTree): unknown {
  // Not at the beginning of the memory, and with remains of other lines around it.
  const from = 7;
  const to = from + memory.write(text, from);
  memory.write('"}]}', to);
  return read.read(read.scan(memory, from, to));
}

/** The text of field `a` if the second of two texts repeats the first except for it; null when it differs elsewhere. */
function readRepeat(first: string, second: string): string | null {
  const end = memory.write(first, 7) + 7;
  readTree.scan(memory, 7, end);
  // What follows the texts differs.
  const from = end + memory.write('"', end) + 3;
  const to = from + memory.write(second, from);
  memory.write(']', to);
  return readTree.readRepeat(readTree.scan(memory, from, to), 'a');
}

/** The part of a value that a tree selects. */
function prune(value: unknown, wanted: FieldTree[string]): unknown {
  if (wanted === true || typeof value !== 'object' || value === null) return value;
  if (isList(wanted)) return Array.isArray(value) ? value.map((item) => pruneElement(item, wanted[0])) : value;
  if (Array.isArray(value)) return value;
  const record = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(wanted)
      .filter(([name]) => Object.hasOwn(record, name))
      .map(([name, inner]) => [name, prune(record[name], inner)]),
  );
}

function pruneElement(item: unknown, wanted: FieldTree): unknown {
  return typeof item === 'object' && item !== null && !Array.isArray(item) ? prune(item, wanted) : null;
}

function isList(wanted: FieldTree[string]): wanted is readonly [FieldTree] {
  return Array.isArray(wanted);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const names = fc.constantFrom('a', 'b', 'c', 'd', 'list', 'name', 'nume', 'nane', 'x', '', 'ä', '__proto__');
const texts = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: fc.constantFrom('"', '\\', '\n', 'ü', '漢', '😀', '\u0000', 'plain', '{', '}'), maxLength: 12 }),
);
const { record } = fc.letrec<{ value: unknown; record: Record<string, unknown> }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(texts, fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null)),
    fc.array(tie('value'), { maxLength: 4 }),
    tie('record'),
  ),
  record: fc.dictionary(names, tie('value'), { maxKeys: 6 }),
}));
const spaces = fc.constantFrom(0, 1, '\t', ' \r\n');

describe('createFieldReader', () => {
  it('reads what JSON.parse reads, without unwanted fields', () => {
    fc.assert(
      fc.property(record, spaces, (value, space) => {
        const text = JSON.stringify(value, null, space);
        expect(readText(text)).toEqual(prune(JSON.parse(text), tree));
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves to JSON.parse what that rejects, and whatever is not plainly valid', () => {
    let read = 0;
    const change = fc.record({
      at: fc.nat(),
      cut: fc.nat(3),
      put: fc.constantFrom(
        '',
        '"',
        '\\',
        ',',
        ':',
        '{',
        '}',
        '[',
        ']',
        '0',
        '-',
        '.',
        'e',
        't',
        '\u0001',
        '\\u12',
        ' ',
      ),
    });
    fc.assert(
      fc.property(record, fc.array(change, { maxLength: 2 }), (value, changes) => {
        const text = changes.reduce((before, { at, cut, put }) => {
          const place = at % (before.length + 1);
          return before.slice(0, place) + put + before.slice(place + cut);
        }, JSON.stringify(value));
        // Halves of surrogate pairs do not survive UTF-8.
        fc.pre(Buffer.from(text).toString() === text);
        const found = readText(text);
        if (found === null) return;
        read++;
        expect(found).toEqual(prune(parse(text), tree));
      }),
      { numRuns: 5000 },
    );
    expect(read).toBeGreaterThan(1000);
  });

  it.each([
    ['an escape in a name', '{"\\u0061":1}'],
    ['nesting beyond reason', `{"x":${'['.repeat(200)}${']'.repeat(200)}}`],
    ['more members than can be noted', `{${Array.from({ length: 10_000 }, () => '"a":1').join(',')}}`],
    ['a list', '[]'],
    ['nothing', ' '],
    ['two records', '{"a":1}{"a":2}'],
    ['a number with a leading zero', '{"a":01}'],
    ['a raw control character', '{"x":"\u0007"}'],
    ['a text that does not end', '{"a":"'],
    ['half a word', '{"a":tru'],
  ])('leaves %s to JSON.parse', (_what, text) => {
    expect(readText(text)).toBeNull();
  });

  it('uses the last of equal names, reads numbers of all kinds, and reads the longest texts as empty', () => {
    expect(readText('{"a":1,"a":-12.5e-1,"name":123456789012345678,"nume":-0}')).toEqual({
      a: -1.25,
      name: Number('123456789012345678'),
      nume: -0,
    });
    expect(readText(JSON.stringify({ a: 'x'.repeat(20_000) }))).toEqual({ a: '' });
    expect(readText(JSON.stringify({ a: 'x'.repeat(16_000) }))).toEqual({ a: 'x'.repeat(16_000) });
  });

  it('keeps the names of several readers of one memory apart', () => {
    const other = createFieldReader({ x: true, b: { x: true } });
    const text = '{"a":1,"x":2,"b":{"a":3,"x":4}}';
    expect(readText(text)).toEqual({ a: 1, b: { a: 3 } });
    expect(readText(text, other)).toEqual({ x: 2, b: { x: 4 } });
    expect(readText(text)).toEqual({ a: 1, b: { a: 3 } });
  });

  it('returns nothing for bytes in ordinary memory', () => {
    const bytes = Buffer.from('{"a":1}');
    expect(readTree.read(readTree.scan(bytes, 0, bytes.length))).toBeNull();
  });
});

describe('a repeated record', () => {
  it('has the same fields except for one, whatever the record', () => {
    let repeats = 0;
    const few = fc.record(
      {
        a: fc.constantFrom('1', '22', 3, null),
        name: fc.constantFrom('', 'x', 'a text of more than sixteen bytes', 'A text of more than sixteen bytes'),
        b: fc.oneof(record, fc.record({ a: fc.constantFrom(1, 2), c: fc.constantFrom({ d: 1 }, { d: 2 }, [1], [2]) })),
        list: fc.constantFrom([], [{ a: 1 }], [{ a: 2 }]),
        x: texts,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(few, few, fc.boolean(), (first, other, isSame) => {
        const second: typeof first = isSame ? { ...first, ...('a' in other ? { a: other.a } : {}) } : other;
        const found = readRepeat(JSON.stringify(first), JSON.stringify(second));
        const [left, right] = [first, second].map((value) =>
          prune(JSON.parse(JSON.stringify(value)), { ...tree, a: true }),
        );
        if (found !== null) {
          repeats++;
          expect(found).toBe(second.a);
          expect({ ...(left as object), a: null }).toEqual({ ...(right as object), a: null });
        } else if (JSON.stringify(first) === JSON.stringify(second)) expect(typeof second.a).not.toBe('string');
      }),
      { numRuns: 5000 },
    );
    expect(repeats).toBeGreaterThan(500);
  });

  const first = '{"a":"1","b":{"a":1,"x":2},"name":"n","x":"said"}';
  it.each([
    ['what nobody looks at differs', '{"a":"2","b":{"a":1,"x":3},"name":"n","x":"said more"}', '2'],
    ['nothing differs', first, '1'],
    ['an inner field of that name differs', '{"a":"2","b":{"a":2,"x":2},"name":"n","x":"said"}', null],
    ['a field is missing', '{"a":"2","b":{"a":1,"x":2},"x":"said"}', null],
    ['a field is twice there', '{"a":"2","b":{"a":1,"x":2},"name":"n","name":"n"}', null],
    ['the order differs', '{"a":"2","name":"n","b":{"a":1,"x":2}}', null],
    ['a field has another name', '{"a":"2","b":{"a":1},"nume":"n"}', null],
    ['a field stands elsewhere', '{"a":"2","b":{"a":1,"name":"n"}}', null],
    ['a value is longer', '{"a":"2","b":{"a":1,"x":2},"name":"no"}', null],
    ['an object is none any more', '{"a":"2","b":[{"a":1}],"name":"n"}', null],
    ['the field is no text', '{"a":2,"b":{"a":1,"x":2},"name":"n","x":"said"}', null],
    ['the field is written with escapes', '{"a":"\\u0032","b":{"a":1,"x":2},"name":"n","x":"said"}', null],
    ['it is no record', '{"a":"2","b":{"a":1,"x":2},"name":"n","x":"said"', null],
  ])('when %s', (_what, second, expected) => {
    expect(readRepeat(first, second)).toBe(expected);
  });

  it('repeats the record before it, and no other one', () => {
    const scan = (text: string, at: number) => readTree.scan(memory, at, at + memory.write(text, at));
    scan(first, 0);
    scan('{"a":"2"}', 100);
    expect(readTree.readRepeat(scan(first, 200), 'a')).toBeNull();
    expect(readTree.readRepeat(scan(first, 300), 'a')).toBe('1');
    readTree.forget();
    expect(readTree.readRepeat(scan(first, 400), 'a')).toBeNull();
    scan('[]', 500);
    expect(readTree.readRepeat(scan(first, 600), 'a')).toBeNull();
  });

  it('is recognised in the memory of the one before it, and in no other', () => {
    const elsewhere = createChunkMemory(1024);
    const scan = (bytes: Buffer, at: number) => readTree.scan(bytes, at, at + bytes.write(first, at));
    scan(memory, 0);
    expect(readTree.readRepeat(scan(elsewhere, 100), 'a')).toBeNull();
    expect(readTree.readRepeat(scan(elsewhere, 200), 'a')).toBe('1');
    expect(readTree.readRepeat(scan(memory, 100), 'a')).toBeNull();
  });
});

describe.each(lineSources)('the fields of $id', ({ id, stream }) => {
  const lines = listFiles(join(logFixturesFolder, id))
    .filter(({ relativePath }) => /\.(jsonl|proxy)$/.test(relativePath))
    .flatMap(({ path }) => readFileSync(path, 'utf8').split('\n'))
    // Without what may precede a row and is not part of it.
    .map((line) => line.replace(/^[\ufeff\0]+/, ''))
    .filter((line) => stream.needles.some((needle) => line.includes(needle)));

  it('are all that its reader uses', () => {
    const fields = createFieldReader(stream.fields);
    const inText = stream.createReader(`/p/s/subagents/${id}.jsonl`, null);
    const inMemory = stream.createReader(`/p/s/subagents/${id}.jsonl`, null);
    let read = 0;
    for (const line of lines) {
      const length = memory.write(line);
      if (fields.read(fields.scan(memory, 0, length)) !== null) read++;
      // The line before it was overwritten.
      fields.forget();
      expect(inMemory.read(toLogLine(memory, 0, length, 1, fields))).toEqual(inText.read(toTextLine(line)));
    }
    expect(inMemory.state()).toEqual(inText.state());
    // Most lines are plainly valid; some of a few are there because they are not.
    expect(read).toBeGreaterThan(lines.length * 0.75);
  });
});

it('json-members-code.ts is what json-members.wat compiles to', async () => {
  const code = new URL('../../../../../../main/node/ingest/wasm/json-members-code.ts', import.meta.url);
  expect(readFileSync(code, 'utf8')).toBe(await writeJsonMembersModule());
});
