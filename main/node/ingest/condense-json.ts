/**
 * The number of bytes that are kept of a text within a line. No name that a source reads is that long, so a reader
 * extracts the same from a shortened text as from the whole: nothing.
 */
export const keptTextBytes = 16 * 1024;

const quote = 0x22;
const backslash = 0x5c;
const letterU = 0x75;

/** Accepts JSON in pieces (a line, or a document) and keeps it with every long text shortened. */
export interface JsonCondenser {
  /** Processes the next bytes, from `from` up to `to`. */
  feed(bytes: Uint8Array, from: number, to: number): void;
  /** The shortened JSON; null when even that exceeds the limit. */
  take(): Buffer | null;
}

/**
 * Builds a condenser for one line or document. What makes them too long to hold is a file, an image or a program's
 * output in one of their texts, next to the few numbers that matter. Texts are found by JSON's own rules (they end at a
 * quote that no backslash escapes), so the result has the structure of the whole. Invalid JSON stays invalid.
 */
export function createJsonCondenser(maxBytes: number, maxTextBytes = keptTextBytes): JsonCondenser {
  let kept: Buffer | null = Buffer.allocUnsafe(Math.min(maxBytes, 64 * 1024));
  let length = 0;
  let isInText = false;
  let textBytes = 0;
  /** Whether the next byte is escaped by a backslash. */
  let isEscaped = false;
  /** Remaining digits of a `\u` escape: a text must not be cut among them. */
  let digitsLeft = 0;
  let isDropping = false;

  const keep = (bytes: Uint8Array, from: number, to: number): void => {
    if (kept === null) return;
    const needed = length + to - from;
    if (needed > maxBytes) return void (kept = null);
    if (needed > kept.length) {
      const larger: Buffer = Buffer.allocUnsafe(Math.min(maxBytes, Math.max(needed, kept.length * 2)));
      kept.copy(larger, 0, 0, length);
      kept = larger;
    }
    kept.set(bytes.subarray(from, to), length);
    length = needed;
  };

  return {
    feed(bytes, from, to) {
      let keptFrom = from;
      for (let index = from; index < to && kept !== null; index++) {
        const byte = bytes[index]!;
        if (!isInText) {
          if (byte !== quote) continue;
          isInText = true;
          textBytes = 0;
          continue;
        }
        if (isEscaped) {
          isEscaped = false;
          digitsLeft = byte === letterU ? 4 : 0;
        } else if (byte === backslash) {
          isEscaped = true;
        } else if (byte === quote) {
          isInText = false;
          digitsLeft = 0;
          if (isDropping) keptFrom = index;
          isDropping = false;
          continue;
        } else if (digitsLeft > 0) {
          digitsLeft--;
        }
        textBytes++;
        if (!isDropping && textBytes >= maxTextBytes && !isEscaped && digitsLeft === 0) {
          keep(bytes, keptFrom, index + 1);
          isDropping = true;
        }
      }
      if (!isDropping) keep(bytes, keptFrom, to);
    },
    take: () => (kept === null ? null : kept.subarray(0, length)),
  };
}
