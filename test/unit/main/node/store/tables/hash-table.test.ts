import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHashTable } from '../../../../../../main/node/store/tables/hash-table.ts';

const half = fc.oneof(fc.constantFrom(0, 1, 2 ** 32 - 1), fc.integer({ min: 0, max: 2 ** 32 - 1 }));

describe('a hash table', () => {
  it('has the same contents as a map', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(half, half, fc.integer({ min: 1, max: 2 ** 32 - 1 }))), (entries) => {
        const table = createHashTable();
        const map = new Map<string, number>();
        for (const [high, low, value] of entries) {
          expect(table.get(high, low)).toBe(map.get(`${high} ${low}`) ?? 0);
          table.set(high, low, value);
          map.set(`${high} ${low}`, value);
        }
        for (const [high, low] of entries) expect(table.get(high, low)).toBe(map.get(`${high} ${low}`));
        expect(table.size()).toBe(map.size);
      }),
    );
  });

  it('keeps everything while it grows, also with many collisions', () => {
    const table = createHashTable();
    const count = 20_000;
    for (let key = 0; key < count; key += 1) table.set(key % 7, (key % 50) * 2 ** 20 + key, key + 1);
    for (let key = 0; key < count; key += 1) expect(table.get(key % 7, (key % 50) * 2 ** 20 + key)).toBe(key + 1);
    expect(table.get(9, 9)).toBe(0);
    expect(table.size()).toBe(count);
  });
});
