import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBytes, findNumber, findText, parseHex, readFields } from '../../../../../shared/sources/lib/protobuf.ts';
import { toMessage } from '../../../../support/protobuf.ts';

const numbers = fc.integer({ min: 1, max: 2 ** 28 });
const values = fc.oneof(
  fc.nat({ max: Number.MAX_SAFE_INTEGER }),
  fc.uint8Array({ maxLength: 300 }).map((bytes) => Uint8Array.from(bytes)),
);
const fields = fc.array(fc.tuple(numbers, values), { maxLength: 10 });

describe('readFields', () => {
  it('finds every field that was written, in order', () => {
    fc.assert(
      fc.property(fields, (written) => {
        const found = readFields(toMessage(...written));
        const plain = found?.map(({ number, value }) => [
          number,
          typeof value === 'number' ? value : Uint8Array.from(value),
        ]);
        expect(plain).toEqual(written);
      }),
    );
  });

  it('never throws and never reads beyond the end, whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const found = readFields(bytes);
        for (const field of found ?? []) {
          expect(field.number).toBeGreaterThan(0);
          if (field.value instanceof Uint8Array) expect(field.value.length).toBeLessThan(bytes.length);
          else expect(field.value).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('refuses a message that is cut short anywhere inside a field', () => {
    const whole = toMessage([1, 300], [2, 'loom']);
    const ends = [0, 3, whole.length];
    for (let end = 0; end <= whole.length; end++) {
      expect(readFields(whole.subarray(0, end)) === null).toBe(!ends.includes(end));
    }
  });

  it.each([
    ['a field without a number', [0x00, 0x01]],
    ['a group', [0x0b, 0x0c]],
    ['a number that never ends', Array.from({ length: 30 }, () => 0xff)],
    ['a length beyond the end', [0x0a, 0xff, 0xff, 0xff, 0xff, 0x0f]],
    ['fixed bytes that are missing', [0x09, 1, 2, 3]],
  ])('refuses %s', (_name, bytes) => {
    expect(readFields(Uint8Array.from(bytes))).toBeNull();
  });

  it('takes fixed bytes as bytes', () => {
    expect(readFields(Uint8Array.from([0x0d, 1, 2, 3, 4]))).toEqual([
      { number: 1, value: Uint8Array.from([1, 2, 3, 4]) },
    ]);
  });
});

describe('a field inside others', () => {
  const message = toMessage([1, toMessage([2, toMessage([3, 'Webstuhl ä'], [4, 7])], [2, toMessage([4, 9])])]);

  it('is found; a field that repeats has its last value', () => {
    expect(findNumber(findBytes(message, [1, 2])!, 4)).toBe(9);
    expect(findText(toMessage([1, toMessage([2, 'ä'])]), [1, 2])).toBe('ä');
  });

  it('is missing where it is not, or is something else', () => {
    expect(findBytes(message, [1, 3])).toBeNull();
    expect(findBytes(toMessage([1, 5]), [1])).toBeNull();
    expect(findNumber(toMessage([1, 'five']), 1)).toBeNull();
    expect(findText(toMessage([1, Uint8Array.from([0xff, 0xfe])]), [1])).toBeNull();
  });
});

describe('parseHex', () => {
  it('reads what SQL writes', () => {
    expect(parseHex('00FFa1')).toEqual(Uint8Array.from([0, 255, 161]));
    expect(parseHex('')).toEqual(new Uint8Array(0));
  });

  it.each([['0'], ['0g'], [null], [12]])('refuses %j', (text) => {
    expect(parseHex(text)).toBeNull();
  });
});
