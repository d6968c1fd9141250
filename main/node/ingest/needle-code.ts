/** Shorter needles tell too little, and every length must fit into one byte of code. */
export const needleLengths = { least: 3, most: 100 } as const;

/** What the code reads beyond the place where it stands: the memory must go on for so long after the last byte. */
export const overreadBytes = needleLengths.most + 16;

/** The code's only function: the first place in `[from, to)` that may begin a needle, or one shortly after; else -1. */
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
/** Parameters and variables of the function. */
const local = { from: 0, to: 1, starts: 2, mask: 3 } as const;

/**
 * Writes a WebAssembly module that looks for needles sixteen bytes at a time, in the memory that it imports as
 * `host.memory`. Where any needle's first byte is, it also compares each needle's second, third and last byte: next to
 * nothing but needles is left. The reason for it: JavaScript looks at one byte after the other, which took a third of
 * the time of a first scan.
 */
export function writeNeedleCode(needles: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const body = [
    ...[2, 1, types.v128, 1, types.i32],
    ...[op.block, types.none, op.loop, types.none],
    ...[op.get, local.from, op.get, local.to, op.i32GeU, op.brIf, 1],
    ...anyOf([...new Set(needles.map((needle) => needle[0]!))].map((byte) => isAt(0, byte))),
    ...[op.tee, local.starts, ...simd.anyTrue, op.if, types.none],
    ...anyOf(needles.map(isLike)),
    ...[op.get, local.starts, ...simd.and, ...simd.bitmask, op.tee, local.mask, op.if, types.none],
    ...[op.get, local.from, op.get, local.mask, op.i32Ctz, op.i32Add, op.return],
    ...[op.end, op.end],
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

/** Sixteen flags: where the byte stands so far behind the place. */
function isAt(offset: number, byte: number): readonly number[] {
  const splat = Array.from({ length: 16 }, () => byte);
  return [op.get, local.from, ...simd.load, offset, ...simd.constant, ...splat, ...simd.equal];
}

function isLike(needle: Uint8Array): readonly number[] {
  const last = needle.length - 1;
  return [...isAt(1, needle[1]!), ...isAt(2, needle[2]!), ...simd.and, ...isAt(last, needle[last]!), ...simd.and];
}

function anyOf([first = [], ...others]: readonly (readonly number[])[]): readonly number[] {
  return [...first, ...others.flatMap((other) => [...other, ...simd.or])];
}

function section(id: number, content: readonly number[]): readonly number[] {
  return [id, ...withLength(content)];
}

function withLength(content: readonly number[]): readonly number[] {
  const { length } = content;
  // Seven bits a byte, the lowest first.
  return [(length & 0x7f) | 0x80, ((length >> 7) & 0x7f) | 0x80, length >> 14, ...content];
}

function toName(text: string): readonly number[] {
  return [text.length, ...toBytes(text)];
}

function toBytes(text: string): readonly number[] {
  return [...Buffer.from(text)];
}
