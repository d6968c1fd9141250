/** Shorter needles are not selective enough, and every length must fit into one byte of code. */
export const needleLengths = { min: 3, max: 100 } as const;

/** The number of a variable must fit into one byte, too, and three bytes of each needle have one. */
export const maxNeedles = 40;

/** How far the code reads beyond its current position: the memory must extend this far after the last byte. */
export const overreadBytes = needleLengths.max + 16;

/**
 * The code's only function: the first position in `[from, to)` that may begin a needle, or one shortly after; otherwise
 * -1.
 */
export interface NeedleCode {
  find(from: number, to: number): number;
}

const types = { i32: 0x7f, v128: 0x7b, function: 0x60, none: 0x40 } as const;
/** https://webassembly.github.io/spec/core/binary/instructions.html */
const op = {
  block: 0x02, loop: 0x03, if: 0x04, end: 0x0b, br: 0x0c, brIf: 0x0d, return: 0x0f,
  get: 0x20, set: 0x21, tee: 0x22, i32Const: 0x41, i32GeU: 0x4f, i32Ctz: 0x68, i32Add: 0x6a,
} as const; // prettier-ignore
const simd = {
  load: [0xfd, 0x00, 0x00], constant: [0xfd, 0x0c], equal: [0xfd, 0x23], and: [0xfd, 0x4e], or: [0xfd, 0x50],
  anyTrue: [0xfd, 0x53], bitmask: [0xfd, 0x64],
} as const; // prettier-ignore
/** Parameters and variables of the function; one variable for each wanted byte follows them. */
const local = { from: 0, to: 1, mask: 2, starts: 3, wanted: 4 } as const;
/** The number of needle bytes that are searched for together, before each needle is checked individually. */
const bytesTogether = 3;

/**
 * Generates a WebAssembly module that searches for needles sixteen bytes at a time, in the memory that it imports as
 * `host.memory`. Where any needle's first byte is followed by any needle's second one and any needle's third one, it
 * compares all three and the last byte of each needle: almost only real needles remain. The reason: JavaScript examines
 * one byte after the other, which took a third of the time of a first scan.
 */
export function writeNeedleCode(needles: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  // A variable for each of these bytes: inside the loop they would be created again and again.
  const wanted = [...new Set(needles.flatMap((needle) => [...needle.subarray(0, bytesTogether)]))];
  const isIn = (offset: number, byte: number): readonly number[] => [
    ...[op.get, local.from, ...simd.load, offset, op.get, local.wanted + wanted.indexOf(byte), ...simd.equal],
  ];
  const isAnyAt = (offset: number): readonly number[] =>
    anyOf([...new Set(needles.map((needle) => needle[offset]!))].map((byte) => isIn(offset, byte)));
  const body = [
    ...[2, 1, types.i32, 1 + wanted.length, types.v128],
    ...wanted.flatMap((byte, index) => [...splat(byte), op.set, local.wanted + index]),
    ...[op.block, types.none, op.loop, types.none],
    ...[op.get, local.from, op.get, local.to, op.i32GeU, op.brIf, 1],
    ...[...isAnyAt(0), ...isAnyAt(1), ...simd.and, op.tee, local.starts, ...simd.anyTrue, op.if, types.none],
    ...[op.get, local.starts, ...isAnyAt(2), ...simd.and, op.tee, local.starts, ...simd.anyTrue, op.if, types.none],
    ...anyOf(needles.map(isLike)),
    ...[op.get, local.starts, ...simd.and, ...simd.bitmask, op.tee, local.mask, op.if, types.none],
    ...[op.get, local.from, op.get, local.mask, op.i32Ctz, op.i32Add, op.return],
    ...[op.end, op.end, op.end],
    ...[op.get, local.from, op.i32Const, 16, op.i32Add, op.set, local.from, op.br, 0],
    ...[op.end, op.end, op.i32Const, 0x7f, op.end],
  ];
  return Uint8Array.from([
    ...[0x00, ...toBytes('asm'), 0x01, 0x00, 0x00, 0x00],
    ...section(1, [1, types.function, 2, types.i32, types.i32, 1, types.i32]),
    ...section(2, [1, ...toName('host'), ...toName('memory'), 0x02, 0x00, 0x01]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...toName('find'), 0x00, 0]),
    ...section(10, [1, ...withLength(body)]),
  ]);
}

/**
 * Sixteen flags: where a needle's second, third and last byte are in the right positions for a needle that begins
 * there.
 */
function isLike(needle: Uint8Array): readonly number[] {
  const last = needle.length - 1;
  return [...isAt(1, needle[1]!), ...isAt(2, needle[2]!), ...simd.and, ...isAt(last, needle[last]!), ...simd.and];
}

/** Sixteen flags: where the byte is at this offset from the position. */
function isAt(offset: number, byte: number): readonly number[] {
  return [op.get, local.from, ...simd.load, offset, ...splat(byte), ...simd.equal];
}

function splat(byte: number): readonly number[] {
  return [...simd.constant, ...Array.from({ length: 16 }, () => byte)];
}

function anyOf([first = [], ...others]: readonly (readonly number[])[]): readonly number[] {
  return [...first, ...others.flatMap((other) => [...other, ...simd.or])];
}

function section(id: number, content: readonly number[]): readonly number[] {
  return [id, ...withLength(content)];
}

function withLength(content: readonly number[]): readonly number[] {
  const { length } = content;
  // Seven bits per byte, the lowest first.
  return [(length & 0x7f) | 0x80, ((length >> 7) & 0x7f) | 0x80, length >> 14, ...content];
}

function toName(text: string): readonly number[] {
  return [text.length, ...toBytes(text)];
}

function toBytes(text: string): readonly number[] {
  return [...Buffer.from(text)];
}
