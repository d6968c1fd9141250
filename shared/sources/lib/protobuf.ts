/**
 * Reads protobuf messages without their schema (https://protobuf.dev/programming-guides/encoding). Total: whatever the
 * bytes are, nothing throws, and nothing is read beyond their end.
 */

/** A field as it is encoded: a number (wire type 0), or the bytes of anything else. */
export interface ProtobufField {
  readonly number: number;
  /** Whole numbers beyond 2^53 are not exact; negative ones are huge. */
  readonly value: number | Uint8Array;
}

/** A position in the bytes that moves on as they are read. */
interface Reader {
  readonly bytes: Uint8Array;
  at: number;
}

/** All fields of a message, in order; null when the bytes are not one, or are cut short. */
export function readFields(bytes: Uint8Array): readonly ProtobufField[] | null {
  const reader: Reader = { bytes, at: 0 };
  const fields: ProtobufField[] = [];
  while (reader.at < bytes.length) {
    const tag = readNumber(reader);
    if (tag === null || tag >= 2 ** 32) return null;
    const number = Math.floor(tag / 8);
    const value = number === 0 ? null : readValue(reader, tag % 8);
    if (value === null) return null;
    fields.push({ number, value });
  }
  return fields;
}

/** The bytes of a field inside fields, e.g. `[1, 4]`; null when one of them is missing or is not a message. */
export function findBytes(bytes: Uint8Array, path: readonly number[]): Uint8Array | null {
  let found = bytes;
  for (const number of path) {
    const value = findLast(found, number);
    if (!(value instanceof Uint8Array)) return null;
    found = value;
  }
  return found;
}

/** The number in a field; null when it is missing or is not a number. */
export function findNumber(bytes: Uint8Array, number: number): number | null {
  const value = findLast(bytes, number);
  return typeof value === 'number' ? value : null;
}

/** The text in a field inside fields; null when it is missing or is not UTF-8. */
export function findText(bytes: Uint8Array, path: readonly number[]): string | null {
  const text = findBytes(bytes, path);
  return text === null ? null : decodeText(text);
}

/** Bytes written as hexadecimal digits, as SQL's `hex` does; null when the text is anything else. */
export function parseHex(text: unknown): Uint8Array | null {
  if (typeof text !== 'string' || text.length % 2 !== 0 || !/^[0-9A-Fa-f]*$/.test(text)) return null;
  const bytes = new Uint8Array(text.length / 2);
  for (let at = 0; at < bytes.length; at++) bytes[at] = Number.parseInt(text.slice(at * 2, at * 2 + 2), 16);
  return bytes;
}

/** A field that occurs more than once has its last value: the rule of the format. */
function findLast(bytes: Uint8Array, number: number): ProtobufField['value'] | null {
  return readFields(bytes)?.findLast((field) => field.number === number)?.value ?? null;
}

function readValue(reader: Reader, wireType: number): ProtobufField['value'] | null {
  if (wireType === 0) return readNumber(reader);
  if (wireType === 1) return readBytes(reader, 8);
  if (wireType === 5) return readBytes(reader, 4);
  // 3 and 4 were groups; they are obsolete.
  return wireType === 2 ? readBytes(reader, readNumber(reader)) : null;
}

/** A number in groups of seven bits, at most ten of them. */
function readNumber(reader: Reader): number | null {
  let number = 0;
  for (let group = 0; group < 10; group++) {
    const byte = reader.bytes[reader.at];
    if (byte === undefined) return null;
    reader.at++;
    number += (byte & 0x7f) * 2 ** (7 * group);
    if (byte < 0x80) return number;
  }
  return null;
}

function readBytes(reader: Reader, length: number | null): Uint8Array | null {
  if (length === null || length > reader.bytes.length - reader.at) return null;
  const bytes = reader.bytes.subarray(reader.at, reader.at + length);
  reader.at += length;
  return bytes;
}

function decodeText(bytes: Uint8Array): string | null {
  const escaped = Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  try {
    return decodeURIComponent(escaped);
  } catch {
    return null;
  }
}
