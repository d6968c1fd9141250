/**
 * The number of bytes that are kept of a text within a line. No name that a source reads is that long, so a reader
 * extracts the same from a shortened text as from the whole: nothing.
 */
export const keptTextBytes = 16 * 1024;

const quote = 0x22;
const backslash = 0x5c;
const letterU = 0x75;

/**
 * The number of bytes that are also kept of a long text's end. Where an agent stores a record as text within a document,
 * its numbers follow what made it long.
 */
export const keptEndBytes = 2 * 1024;

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
 * quote that no backslash escapes), so the result has the structure of the whole. Invalid JSON stays invalid. A shortened
 * text consists of its first `maxTextBytes` and, directly after them, at most its last `maxEndBytes`.
 */
export function createJsonCondenser(maxBytes: number, maxTextBytes = keptTextBytes, maxEndBytes = 0): JsonCondenser {
  const kept = createKeptBytes(maxBytes);
  const ending = createEnding(maxEndBytes);
  let isInText = false;
  let textBytes = 0;
  /** Whether the next byte is escaped by a backslash. */
  let isEscaped = false;
  /** Remaining digits of a `\u` escape: a text must not be cut among them. */
  let digitsLeft = 0;
  let isDropping = false;

  return {
    feed(bytes, from, to) {
      let keptFrom = from;
      for (let index = from; index < to && !kept.isFull(); index++) {
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
          if (isDropping) {
            ending.add(bytes, keptFrom, index);
            kept.add(ending.take());
            keptFrom = index;
          }
          isDropping = false;
          continue;
        } else if (digitsLeft > 0) {
          digitsLeft--;
        }
        textBytes++;
        if (!isDropping && textBytes >= maxTextBytes && !isEscaped && digitsLeft === 0) {
          kept.add(bytes.subarray(keptFrom, index + 1));
          keptFrom = index + 1;
          isDropping = true;
        }
      }
      if (isDropping) ending.add(bytes, keptFrom, to);
      else kept.add(bytes.subarray(keptFrom, to));
    },
    take: kept.take,
  };
}

/** Collects bytes up to a limit. */
function createKeptBytes(maxBytes: number) {
  let kept: Buffer | null = Buffer.allocUnsafe(Math.min(maxBytes, 64 * 1024));
  let length = 0;
  return {
    add(bytes: Uint8Array): void {
      if (kept === null) return;
      const needed = length + bytes.length;
      if (needed > maxBytes) return void (kept = null);
      if (needed > kept.length) {
        const larger: Buffer = Buffer.allocUnsafe(Math.min(maxBytes, Math.max(needed, kept.length * 2)));
        kept.copy(larger, 0, 0, length);
        kept = larger;
      }
      kept.set(bytes, length);
      length = needed;
    },
    /** Whether there were more bytes than the limit: nothing is kept any more. */
    isFull: () => kept === null,
    take: (): Buffer | null => (kept === null ? null : kept.subarray(0, length)),
  };
}

/** Remembers the last bytes of the text that is being dropped. */
function createEnding(maxBytes: number) {
  let last = Buffer.alloc(0);
  let isWhole = true;
  return {
    add(bytes: Uint8Array, from: number, to: number): void {
      if (maxBytes === 0 || to <= from) return;
      const added = bytes.subarray(Math.max(from, to - maxBytes), to);
      const joined = Buffer.concat([last, added]);
      isWhole &&= joined.length <= maxBytes && to - from <= maxBytes;
      last = Buffer.from(joined.subarray(Math.max(0, joined.length - maxBytes)));
    },
    /** From the first place that cannot be inside an escape: after a byte that is no backslash. */
    take(): Buffer {
      const bytes = last;
      const from = isWhole ? 0 : bytes.findIndex((_, index) => index > 0 && bytes[index - 1] !== backslash);
      last = Buffer.alloc(0);
      isWhole = true;
      return from === -1 ? Buffer.alloc(0) : bytes.subarray(from);
    },
  };
}
