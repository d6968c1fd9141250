import type { LogLine } from '../../../../shared/sources/streams.ts';
import { createJsonCondenser, type JsonCondenser } from '../condense-json.ts';
import { toLogLine } from './log-line.ts';
import type { LineTools } from './line-tools.ts';

/**
 * A longer line is never held in memory in full: its long texts are shortened while it is read. Lines of 734 MB have
 * been observed.
 */
const heldLineBytes = 8 * 1024 * 1024;

/** A line that is longer even with its long texts shortened is skipped and counted. */
export const maxLineBytes = 64 * 1024 * 1024;

const lineFeed = 10;
const carriageReturn = 13;
const openingBrace = 123;
const closingBrace = 125;

/** What a line reader starts from, and where it sends its lines. */
export interface LineReaderOptions {
  /** Memory for one chunk; in use until the file has been read. */
  readonly buffer: Buffer;
  /** Offset of the first byte in the file. */
  readonly offset: number;
  readonly tools: LineTools;
  /**
   * Receives every complete line that contains a needle, and its offset in the file. The line is in the buffer and is
   * only valid during the call.
   */
  readonly onLine: (line: LogLine, offset: number) => void;
  /**
   * Called for every line without a needle that cannot be a record, because it does not begin and end with braces. Such
   * a line may have lost its needle together with its other content, so `doctor` must know about it.
   */
  readonly onDamagedLine: () => void;
  /** In bytes; `maxLineBytes` and `keptTextBytes` unless a test overrides them. */
  readonly maxLineBytes?: number;
  readonly keptTextBytes?: number;
}

/** Splits incoming bytes into lines. Lines without a needle are only counted. */
export interface LineReader {
  /** Where to write the next bytes; never empty. Valid until the next `advance`. */
  space(): Buffer;
  /** Call after writing this many bytes: emits the lines that they complete. */
  advance(bytes: number): void;
  /** End of the last complete line, as an offset in the file. */
  offset(): number;
  /** Complete lines so far, including those that are too long. */
  lines(): number;
  /** How many of them were skipped because of their length. */
  tooLongLines(): number;
  /**
   * The last line if it looks like a whole record but has no line feed yet: some files end without one. Null when it
   * has no needle or is still being written.
   */
  unfinishedRecord(): LogLine | null;
}

/** Builds a line reader. */
export function createLineReader(options: LineReaderOptions): LineReader {
  const { onLine, onDamagedLine } = options;
  const { findNeedle, fields } = options.tools;
  const longest = options.maxLineBytes ?? maxLineBytes;
  const maxHeld = Math.min(heldLineBytes, longest);
  let buffer = options.buffer;
  /** File offset of the buffer's first byte. */
  let base = options.offset;
  let filled = 0;
  /** File offset after the last line feed: less than `base` while a long line is being condensed. */
  let consumed = options.offset;
  let lines = 0;
  let tooLongLines = 0;
  let condenser: JsonCondenser | null = null;
  // The field reader may have been used for another file.
  fields.forget();

  /** Drops the first bytes, and the larger memory allocated for a long line once it is no longer needed. */
  const drop = (bytes: number): void => {
    fields.forget();
    const rest = filled - bytes;
    const target = rest < options.buffer.length ? options.buffer : buffer;
    if (rest > 0) buffer.copy(target, 0, bytes, filled);
    buffer = target;
    base += bytes;
    filled = rest;
  };

  const makeRoom = (): void => {
    if (buffer.length >= maxHeld) {
      condenser = createJsonCondenser(longest, options.keptTextBytes);
      condenser.feed(buffer, 0, filled);
      drop(filled);
      return;
    }
    const larger = Buffer.allocUnsafeSlow(Math.min(maxHeld, buffer.length * 2));
    buffer.copy(larger, 0, 0, filled);
    buffer = larger;
  };

  const handOutCondensed = (line: Buffer | null): void => {
    lines++;
    if (line === null) tooLongLines++;
    else if (findNeedle(line, 0, line.length) !== -1)
      onLine(toLogLine(line, 0, line.length, consumed, fields), consumed);
    else if (!isBlankOrBraced(line, 0, line.length)) onDamagedLine();
  };

  return {
    space() {
      if (filled === buffer.length) makeRoom();
      return buffer.subarray(filled);
    },
    advance(bytes) {
      const fresh = filled;
      filled += bytes;
      const view = buffer.subarray(0, filled);
      let lineEnd = view.indexOf(lineFeed, fresh);
      if (lineEnd === -1) {
        condenser?.feed(buffer, 0, filled);
        if (condenser !== null) drop(filled);
        return;
      }
      let lineStart = 0;
      if (condenser !== null) {
        condenser.feed(buffer, 0, lineEnd);
        handOutCondensed(condenser.take());
        condenser = null;
        lineStart = lineEnd + 1;
        lineEnd = view.indexOf(lineFeed, lineStart);
      }
      const end = view.lastIndexOf(lineFeed);
      let hit = findNeedle(view, lineStart, end);
      while (lineEnd !== -1) {
        lines++;
        if (hit !== -1 && hit < lineEnd) {
          onLine(toLogLine(view, lineStart, lineEnd, base, fields), base + lineStart);
          hit = findNeedle(view, lineEnd + 1, end);
        } else if (!isBlankOrBraced(view, lineStart, lineEnd)) onDamagedLine();
        lineStart = lineEnd + 1;
        lineEnd = view.indexOf(lineFeed, lineStart);
      }
      consumed = base + lineStart;
      drop(lineStart);
    },
    offset: () => consumed,
    lines: () => lines,
    tooLongLines: () => tooLongLines,
    unfinishedRecord() {
      if (condenser !== null || filled === 0 || buffer[filled - 1] !== closingBrace) return null;
      return findNeedle(buffer, 0, filled) === -1 ? null : toLogLine(buffer, 0, filled, base, fields);
    },
  };
}

/** A cheap check of both ends of a line: whole records and empty lines pass. */
function isBlankOrBraced(bytes: Uint8Array, start: number, end: number): boolean {
  const last = end > start && bytes[end - 1] === carriageReturn ? end - 1 : end;
  return last === start || (bytes[start] === openingBrace && bytes[last - 1] === closingBrace);
}
