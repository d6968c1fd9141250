import { createCodeLoader } from './chunk-memory.ts';
import { maxNeedles, needleLengths, writeNeedleCode, type NeedleCode } from '../wasm/needle-code.ts';

/**
 * Finds the first of several texts in bytes: its position in `[from, to)`, or -1. The text must be entirely within the
 * range.
 */
export type NeedleFinder = (bytes: Uint8Array, from: number, to: number) => number;

/** 2^13 possible hashes of two bytes: small enough for the processor's first-level cache. */
const tableBits = 13;
const tableMask = (1 << tableBits) - 1;

/**
 * Builds a finder that looks for all needles at once (Wu and Manber, 1994): it skips ahead by almost the length of the
 * shortest needle, so many needles cost as much as one, whereas one `Buffer.indexOf` per needle costs as many passes.
 * In chunk memory (`createChunkMemory`), WebAssembly does the same several times as fast. Every needle must have at
 * least two bytes; with shorter ones, or none at all, every byte is a hit.
 */
export function createNeedleFinder(needles: readonly string[]): NeedleFinder {
  const patterns = needles.map((needle) => Buffer.from(needle));
  const shortest = Math.min(...patterns.map((pattern) => pattern.length));
  if (patterns.length === 0 || shortest < 2) return (_bytes, from, to) => (from < to ? from : -1);
  const findInAny = createJumpingFinder(patterns, shortest);
  const isCodable =
    patterns.length <= maxNeedles &&
    patterns.every(({ length }) => length >= needleLengths.min && length <= needleLengths.max);
  if (!isCodable) return findInAny;
  const load = createCodeLoader<NeedleCode>(() => writeNeedleCode(patterns));
  return (bytes, from, to) => {
    const code = load(bytes.buffer);
    if (code === null) return findInAny(bytes, from, to);
    const base = bytes.byteOffset;
    let start = from;
    while (start < to) {
      const found = code.find(base + start, base + to);
      if (found === -1) return -1;
      start = found - base;
      if (isAnyAt(bytes, start, to, patterns)) return start;
      start++;
    }
    return -1;
  };
}

function createJumpingFinder(patterns: readonly Uint8Array[], shortest: number): NeedleFinder {
  const jumps = toJumpTable(patterns, shortest);
  return (bytes, from, to) => {
    let end = from + shortest - 1;
    while (end < to) {
      const jump = jumps[hashPair(bytes[end]!, bytes[end - 1]!)]!;
      if (jump > 0) {
        end += jump;
        continue;
      }
      const start = end - shortest + 1;
      if (isAnyAt(bytes, start, to, patterns)) return start;
      end++;
    }
    return -1;
  };
}

function hashPair(last: number, before: number): number {
  return ((last << 5) ^ before) & tableMask;
}

/** How far the window may advance when it ends with a given pair of bytes; capped at 255, which only costs speed. */
function toJumpTable(patterns: readonly Uint8Array[], shortest: number): Uint8Array {
  const jumps = new Uint8Array(tableMask + 1).fill(Math.min(255, shortest - 1));
  for (const pattern of patterns) {
    for (let index = 1; index < shortest; index++) {
      const hash = hashPair(pattern[index]!, pattern[index - 1]!);
      jumps[hash] = Math.min(jumps[hash]!, shortest - 1 - index);
    }
  }
  return jumps;
}

function isAnyAt(bytes: Uint8Array, start: number, to: number, patterns: readonly Uint8Array[]): boolean {
  for (const pattern of patterns) {
    if (start + pattern.length <= to && isAt(bytes, start, pattern)) return true;
  }
  return false;
}

function isAt(bytes: Uint8Array, start: number, pattern: Uint8Array): boolean {
  for (let index = 0; index < pattern.length; index++) {
    if (bytes[start + index] !== pattern[index]) return false;
  }
  return true;
}
