import type { JsonRecord } from '../../../../shared/lib/json-record.ts';
import type { FieldTree } from '../../../../shared/sources/streams.ts';
import { createCodeLoader, noteBytes } from './chunk-memory.ts';
import { jsonMembersCode } from '../wasm/json-members-code.ts';
import { createNameTable, type NameTable } from './name-table.ts';
import { createTextMemory, type TextMemory } from './text-memory.ts';

/** Reads the fields that a source needs from JSON objects in UTF-8. */
export interface FieldReader {
  /** Scans the object in `[from, to)`. */
  scan(bytes: Buffer, from: number, to: number): ScannedObject;
  /** The fields of the last scanned object, as `JSON.parse` would return them; null when `JSON.parse` has to decide. */
  read(scanned: ScannedObject): JsonRecord | null;
  /**
   * The text of the field `name` of the last scanned object, provided that all its other fields are byte for byte the
   * same as those of the object scanned before it; null when they are not, or when that would be hard to determine.
   */
  readRepeat(scanned: ScannedObject, name: string): string | null;
  /** Call when the scanned bytes have moved or been overwritten. */
  forget(): void;
}

/** The notes of a scanned object; valid until the next but one object is scanned. */
export interface ScannedObject {
  /** The number of notes; -1 when `JSON.parse` has to decide because the text is invalid or unusual. */
  readonly count: number;
  /** Index of the notes' first number. */
  readonly base: number;
}

/** What json-members.wat exports, and how its notes are laid out. */
interface JsonMembersCode {
  members(from: number, to: number, names: number, notes: number, room: number): number;
  elements(from: number, to: number, names: number, notes: number, room: number): number;
  repeats(notes: number, others: number, count: number, except: number): number;
}

const note = { name: 0, from: 1, to: 2, next: 3, isEscaped: 4, size: 5 } as const;

interface Field {
  readonly name: string;
  /** The fields wanted of an object, or of each object of a list; null when the whole value is wanted. */
  readonly children: FieldTable | null;
  readonly isList: boolean;
  readonly texts: TextMemory;
}

/** Fields, indexed by the numbers of their names. */
type FieldTable = readonly (Field | undefined)[];

/** Nothing was scanned, or nothing was noted. */
const nothing: ScannedObject = { count: -1, base: 0 };
/** See `LogLine`. In bytes. */
const maxTextLength = 16 * 1024;
/** Numbers with more digits may not be exact. */
const maxDigits = 15;
const ascii = { quote: 0x22, zero: 0x30, nine: 0x39, bracket: 0x5b, f: 0x66, n: 0x6e, t: 0x74, brace: 0x7b } as const;

const load = createCodeLoader<JsonMembersCode>(() => Buffer.from(jsonMembersCode.join(''), 'base64'));

/**
 * Builds a reader of these fields. WebAssembly checks the whole text and notes where members are; objects and texts are
 * created only for the wanted fields, since most of a log line is what people and models said. It takes half the time
 * of `JSON.parse`, and leaves nothing to the garbage collector.
 */
export function createFieldReader(tree: FieldTree): FieldReader {
  const names = createNameTable();
  const root = toTable(tree, names);
  let bytes: Buffer = Buffer.alloc(0);
  let code: JsonMembersCode | null = null;
  /**
   * The memory of `bytes`. The notes that are being read begin at `base`; new ones may be written from `free` to
   * `limit`.
   */
  let memory: Int32Array = new Int32Array(0);
  let base = 0;
  let free = 0;
  let limit = 0;
  /**
   * Address of the space for names and notes: names come first, followed by two halves, which the notes of successive
   * objects use in turn.
   */
  let room = 0;
  let latest: ScannedObject = nothing;
  let before: ScannedObject = nothing;
  /** Something was found that `JSON.parse` has to decide. */
  let isUndecided = false;

  const select = (source: Buffer): void => {
    if (code === null || source.buffer !== bytes.buffer) {
      latest = nothing;
      code = load(source.buffer);
      memory = code === null ? new Int32Array(0) : new Int32Array(source.buffer);
    }
    bytes = source;
    room = memory.byteLength - noteBytes;
  };

  /** The members noted in `[first, end)`. */
  const toRecord = (first: number, end: number, table: FieldTable): JsonRecord => {
    const record: Record<string, unknown> = {};
    for (let index = first; index < end;) {
      const at = base + index * note.size;
      const field = table[memory[at + note.name]!];
      const next = memory[at + note.next]!;
      if (field !== undefined) record[field.name] = toValue(at, index + 1, next, field);
      index = next;
    }
    return record;
  };

  /** The value of the note at `at`; `[first, next)` are the notes of its own members. */
  const toValue = (at: number, first: number, next: number, field: Field): unknown => {
    const from = memory[at + note.from]!;
    const to = memory[at + note.to]!;
    const byte = bytes[from]!;
    if (byte === ascii.quote) {
      if (to - from > maxTextLength) return '';
      return memory[at + note.isEscaped] === 1 ? parse(from, to) : field.texts.textOf(bytes, from + 1, to - 1);
    }
    if (byte === ascii.t) return true;
    if (byte === ascii.f) return false;
    if (byte === ascii.n) return null;
    if (byte === ascii.brace && field.children !== null && !field.isList) return toRecord(first, next, field.children);
    if (byte === ascii.bracket && field.children !== null && field.isList) return toList(from, to, field.children);
    return toWholeNumber(bytes, from, to) ?? parse(from, to);
  };

  const toList = (from: number, to: number, table: FieldTable): unknown => {
    const count = code?.elements(from, to, room, free * 4, limit) ?? -1;
    if (count === -1) {
      isUndecided = true;
      return null;
    }
    const list: unknown[] = [];
    const outer = { base, free };
    base = free;
    free += count * note.size;
    for (let index = 0; index < count;) {
      const at = base + index * note.size;
      const next = memory[at + note.next]!;
      list.push(bytes[memory[at + note.from]!] === ascii.brace ? toRecord(index + 1, next, table) : null);
      index = next;
    }
    ({ base, free } = outer);
    return list;
  };

  const parse = (from: number, to: number): unknown => JSON.parse(bytes.toString('utf8', from, to));

  return {
    scan(source, from, to) {
      select(source);
      before = latest;
      // In chunk memory, the chunk is at the beginning.
      if (code === null || source.byteOffset !== 0) return (latest = nothing);
      // The memory may contain another reader's names.
      const notes = names.place(source.buffer, room);
      const half = Math.floor((memory.byteLength - notes) / 8) * 4;
      const place = before.base === notes / 4 ? notes + half : notes;
      limit = place + half;
      return (latest = { count: code.members(from, to, room, place, limit), base: place / 4 });
    },
    read(scanned) {
      if (scanned.count === -1) return null;
      base = scanned.base;
      free = base + scanned.count * note.size;
      isUndecided = false;
      const record = toRecord(0, scanned.count, root);
      return isUndecided ? null : record;
    },
    readRepeat(scanned, name) {
      if (code === null || scanned.count === -1 || scanned.count !== before.count) return null;
      const index = code.repeats(scanned.base * 4, before.base * 4, scanned.count, names.idOf(name));
      if (index === -1) return null;
      const at = scanned.base + index * note.size;
      const from = memory[at + note.from]!;
      if (bytes[from] !== ascii.quote || memory[at + note.isEscaped] === 1) return null;
      return bytes.toString('utf8', from + 1, memory[at + note.to]! - 1);
    },
    forget() {
      latest = nothing;
    },
  };
}

/** Null when it is not a plain whole number. */
function toWholeNumber(bytes: Uint8Array, from: number, to: number): number | null {
  if (to - from > maxDigits) return null;
  let sum = 0;
  for (let index = from; index < to; index++) {
    const byte = bytes[index]!;
    if (byte < ascii.zero || byte > ascii.nine) return null;
    sum = sum * 10 + (byte - ascii.zero);
  }
  return sum;
}

function toTable(tree: FieldTree, names: NameTable): FieldTable {
  const fields: Field[] = [];
  for (const [name, wanted] of Object.entries(tree)) {
    const isList = isListOfFields(wanted);
    const children = isList ? wanted[0] : wanted;
    fields[names.idOf(name)] = {
      name,
      children: children === true ? null : toTable(children, names),
      isList,
      texts: createTextMemory(),
    };
  }
  return fields;
}

function isListOfFields(wanted: FieldTree[string]): wanted is readonly [FieldTree] {
  return Array.isArray(wanted);
}
