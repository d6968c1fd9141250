/** The names that json-members.wat looks for, in the layout that it expects. */
export interface NameTable {
  /** The number of a name, from 1; adds it if it is new. */
  idOf(name: string): number;
  /** Ensures that the table is at an address of a memory, a multiple of 4. Returns the address after the table. */
  place(memory: ArrayBufferLike, address: number): number;
}

const buckets = 64;
const bytesOfHead = 12;

/** The table that each memory currently contains. */
const owners = new WeakMap<ArrayBufferLike, NameTable>();

/** Builds an empty table. */
export function createNameTable(): NameTable {
  const ids = new Map<string, number>();
  let size = buckets * 4;

  const write = (memory: ArrayBufferLike, address: number): void => {
    const words = new Int32Array(memory);
    const bytes = new Uint8Array(memory);
    words.fill(0, address / 4, address / 4 + buckets);
    let entry = address + buckets * 4;
    for (const [name, id] of ids) {
      const text = Buffer.from(name);
      const bucket = address / 4 + toBucket(text);
      words.set([words[bucket]!, id, text.length], entry / 4);
      bytes.set(text, entry + bytesOfHead);
      words[bucket] = entry;
      entry += toEntrySize(text.length);
    }
  };

  const table: NameTable = {
    idOf(name) {
      let id = ids.get(name);
      if (id === undefined) {
        id = ids.size + 1;
        ids.set(name, id);
        size += toEntrySize(Buffer.byteLength(name));
      }
      return id;
    },
    place(memory, address) {
      if (owners.get(memory) !== table) {
        write(memory, address);
        owners.set(memory, table);
      }
      return address + size;
    },
  };
  return table;
}

/** The next entry begins at a multiple of 4. */
function toEntrySize(length: number): number {
  return bytesOfHead + Math.ceil(length / 4) * 4;
}

/** Same as `bucket` in json-members.wat. */
function toBucket(name: Uint8Array): number {
  return (name.length * 7 + name[0]! * 3 + name.at(-1)!) % buckets;
}
