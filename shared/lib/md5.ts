/** The shift of every step: four rounds of four. */
const shifts = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
const constants = Array.from({ length: 64 }, (_, step) => Math.floor(Math.abs(Math.sin(step + 1)) * 2 ** 32));
const start = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476] as const;

/**
 * The MD5 of a text in UTF-8, in hexadecimal (RFC 1321). Only for names that other programs derive with it: it protects
 * nothing.
 */
export function md5(text: string): string {
  const words = toWords(toUtf8(text));
  let sums: readonly number[] = start;
  for (let block = 0; block < words.length; block += 16) {
    const mixed = mixBlock(sums, words.subarray(block, block + 16));
    sums = sums.map((sum, index) => (sum + mixed[index]!) | 0);
  }
  const bytes = new DataView(new ArrayBuffer(16));
  for (const [index, sum] of sums.entries()) bytes.setInt32(index * 4, sum, true);
  return Array.from({ length: 16 }, (_, index) => bytes.getUint8(index).toString(16).padStart(2, '0')).join('');
}

function toUtf8(text: string): readonly number[] {
  const escaped = encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));
  return Array.from(escaped.matchAll(/%([0-9A-F]{2})|./g), ([character, code]) =>
    code === undefined ? character.charCodeAt(0) : Number.parseInt(code, 16),
  );
}

/** The bytes, a set bit, zeros, and the number of bits: whole blocks of 16 words. */
function toWords(bytes: readonly number[]): Int32Array {
  const blocks = Math.floor((bytes.length + 8) / 64) + 1;
  const view = new DataView(new ArrayBuffer(blocks * 64));
  for (const [index, byte] of bytes.entries()) view.setUint8(index, byte);
  view.setUint8(bytes.length, 0x80);
  view.setUint32(blocks * 64 - 8, bytes.length * 8, true);
  return Int32Array.from({ length: blocks * 16 }, (_, index) => view.getInt32(index * 4, true));
}

function mixBlock(sums: readonly number[], words: Int32Array): readonly number[] {
  let [a = 0, b = 0, c = 0, d = 0] = sums;
  for (let step = 0; step < 64; step += 1) {
    const round = step >> 4;
    const { value, word } = mixStep(round, step, b, c, d);
    const sum = (a + value + constants[step]! + words[word]!) | 0;
    const shift = shifts[round * 4 + (step & 3)]!;
    [a, b, c, d] = [d, (b + ((sum << shift) | (sum >>> (32 - shift)))) | 0, b, c];
  }
  return [a, b, c, d];
}

function mixStep(round: number, step: number, b: number, c: number, d: number) {
  if (round === 0) return { value: (b & c) | (~b & d), word: step };
  if (round === 1) return { value: (d & b) | (~d & c), word: (5 * step + 1) & 15 };
  if (round === 2) return { value: b ^ c ^ d, word: (3 * step + 5) & 15 };
  return { value: c ^ (b | ~d), word: (7 * step) & 15 };
}
