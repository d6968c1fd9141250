/** The values of a binary property list; dates and data become null. */
export type PlistValue =
  null | boolean | number | string | readonly PlistValue[] | { readonly [key: string]: PlistValue };

const trailerBytes = 32;
/** A file of settings has a few hundred values; more, or deeper ones, are an attack. */
const limits = { values: 20_000, depth: 20 } as const;

/** Whether bytes begin as a binary property list does. */
export function isBinaryPlist(bytes: Uint8Array): boolean {
  return [...'bplist00'].every((letter, index) => bytes[index] === letter.charCodeAt(0));
}

/**
 * Reads a binary property list, the format of macOS' settings (CFBinaryPList.c); undefined when it is damaged, or too large.
 * Never throws.
 */
export function parseBinaryPlist(bytes: Uint8Array): PlistValue | undefined {
  if (!isBinaryPlist(bytes) || bytes.length < 8 + trailerBytes) return undefined;
  try {
    return createReader(bytes)();
  } catch {
    return undefined;
  }
}

/** A reader of the top value; it throws a `RangeError` when the list points outside its bytes or never ends. */
function createReader(bytes: Uint8Array): () => PlistValue {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const trailer = bytes.length - trailerBytes;
  const [offsetSize, refSize] = [view.getUint8(trailer + 6), view.getUint8(trailer + 7)];
  const [count, top, table] = [8, 16, 24].map((at) => Number(view.getBigUint64(trailer + at))) as [
    number,
    number,
    number,
  ];
  let values = 0;

  const readUint = (at: number, size: number): number => {
    let value = 0;
    for (let index = 0; index < size; index++) value = value * 256 + view.getUint8(at + index);
    return value;
  };
  /** The length that a marker gives, and where the value begins. */
  const readLength = (at: number): { readonly length: number; readonly start: number } => {
    const short = view.getUint8(at) & 0x0f;
    if (short < 0x0f) return { length: short, start: at + 1 };
    const size = 2 ** (view.getUint8(at + 1) & 0x0f);
    return { length: readUint(at + 2, size), start: at + 2 + size };
  };
  const readList = (start: number, length: number, depth: number): PlistValue[] => {
    if (length > limits.values) throw new RangeError();
    return Array.from({ length }, (_each, index) => readValue(readUint(start + index * refSize, refSize), depth + 1));
  };
  const readValue = (ref: number, depth: number): PlistValue => {
    values += 1;
    if (ref >= count || depth > limits.depth || values > limits.values) throw new RangeError();
    const at = readUint(table + ref * offsetSize, offsetSize);
    const marker = view.getUint8(at);
    const { length, start } = readLength(at);
    switch (marker >> 4) {
      case 0x0:
        return marker === 0x08 ? false : marker === 0x09 ? true : null;
      case 0x1: {
        const size = 2 ** (marker & 0x0f);
        return size === 8 ? Number(view.getBigInt64(at + 1)) : readUint(at + 1, size);
      }
      case 0x2:
        return (marker & 0x0f) === 2 ? view.getFloat32(at + 1) : view.getFloat64(at + 1);
      case 0x5:
        return readText(view, start, length, 1);
      case 0x6:
        return readText(view, start, length, 2);
      case 0xa:
      case 0xc:
        return readList(start, length, depth);
      case 0xd: {
        const keys = readList(start, length, depth);
        const members = readList(start + length * refSize, length, depth);
        return Object.fromEntries(keys.map((key, index) => [String(key), members[index] ?? null]));
      }
      default:
        return null;
    }
  };
  return () => readValue(top, 0);
}

/** Text of one byte (ASCII) or two bytes (UTF-16) a unit. */
function readText(view: DataView, start: number, length: number, size: 1 | 2): string {
  if (start + length * size > view.byteLength) throw new RangeError();
  let text = '';
  for (let index = 0; index < length; index++) {
    text += String.fromCharCode(size === 1 ? view.getUint8(start + index) : view.getUint16(start + index * 2));
  }
  return text;
}
