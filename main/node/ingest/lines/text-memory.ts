/** Decodes texts from bytes, and caches the last one: a session's folder or model is the same on line after line. */
export interface TextMemory {
  textOf(bytes: Buffer, from: number, to: number): string;
}

/** Longer texts are decoded each time. */
const longest = 128;

/** Builds a cache of one text. */
export function createTextMemory(): TextMemory {
  const known = new Uint8Array(longest);
  let length = -1;
  let text = '';
  return {
    textOf(bytes, from, to) {
      const size = to - from;
      if (size > longest) return bytes.toString('utf8', from, to);
      if (size === length && isSame(bytes, from, known, size)) return text;
      for (let index = 0; index < size; index++) known[index] = bytes[from + index]!;
      length = size;
      return (text = bytes.toString('utf8', from, to));
    },
  };
}

/** Compares from the end, where times and numbered names differ. */
function isSame(bytes: Uint8Array, from: number, known: Uint8Array, size: number): boolean {
  for (let index = size - 1; index >= 0; index--) if (bytes[from + index] !== known[index]) return false;
  return true;
}
