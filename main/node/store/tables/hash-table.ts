/**
 * Maps 64-bit keys to whole numbers above 0, in 12 to 24 bytes each: a `Map` of as many objects takes five times that.
 */
export interface HashTable {
  readonly size: () => number;
  /** 0 when there is none. The key's halves are unsigned. */
  get(high: number, low: number): number;
  set(high: number, low: number, value: number): void;
}

const firstCapacity = 4_096;

/** Builds an empty table. Keys must be evenly distributed, as hashes are. */
export function createHashTable(): HashTable {
  let capacity = firstCapacity;
  let highs = new Uint32Array(capacity);
  let lows = new Uint32Array(capacity);
  let values = new Uint32Array(capacity);
  let size = 0;

  /** The slot of a key, or the free one where it belongs. */
  const find = (high: number, low: number): number => {
    let at = low & (capacity - 1);
    while (values[at] !== 0 && (lows[at] !== low || highs[at] !== high)) at = (at + 1) & (capacity - 1);
    return at;
  };
  const put = (at: number, high: number, low: number, value: number): void => {
    highs[at] = high;
    lows[at] = low;
    values[at] = value;
  };
  const grow = (): void => {
    const [oldHighs, oldLows, oldValues] = [highs, lows, values];
    capacity *= 2;
    highs = new Uint32Array(capacity);
    lows = new Uint32Array(capacity);
    values = new Uint32Array(capacity);
    oldValues.forEach((value, at) => {
      const [high = 0, low = 0] = [oldHighs[at], oldLows[at]];
      if (value !== 0) put(find(high, low), high, low, value);
    });
  };

  return {
    size: () => size,
    get: (high, low) => values[find(high, low)] ?? 0,
    set(high, low, value) {
      const at = find(high, low);
      if (values[at] === 0) size += 1;
      put(at, high, low, value);
      if (size > capacity / 2) grow();
    },
  };
}
