import type { JsonRecord } from '../../../shared/sources/lib/json-record.ts';
import type { FieldTree } from '../../../shared/sources/source.ts';
import { createCodeLoader, noteBytes } from './chunk-memory.ts';
import { jsonMembersCode } from './json-members-code.ts';
import { createNameTable, type NameTable } from './name-table.ts';
import { createTextMemory, type TextMemory } from './text-memory.ts';

/**
 * Reads the fields that a source looks at out of one JSON object in UTF-8, as `JSON.parse` would give them; null when
 * that has to decide: the text is not right, or unusual.
 */
export type FieldReader = (bytes: Buffer, from: number, to: number) => JsonRecord | null;

/** What json-members.wat exports, and how its notes are laid out. */
interface JsonMembersCode {
  members(from: number, to: number, names: number, notes: number, room: number): number;
  elements(from: number, to: number, names: number, notes: number, room: number): number;
}

const note = { name: 0, from: 1, to: 2, next: 3, isEscaped: 4, size: 5 } as const;

interface Field {
  readonly name: string;
  /** The fields wanted of an object, or of each object of a list; null when the value is wanted as it is. */
  readonly children: FieldTable | null;
  readonly isList: boolean;
  readonly texts: TextMemory;
}

/** Fields by the numbers of their names. */
type FieldTable = readonly (Field | undefined)[];

/** See `LogLine`. In bytes. */
const longestText = 16 * 1024;
/** More digits may not be exact. */
const mostDigits = 15;
const ascii = { quote: 0x22, zero: 0x30, nine: 0x39, bracket: 0x5b, f: 0x66, n: 0x6e, t: 0x74, brace: 0x7b } as const;

const load = createCodeLoader<JsonMembersCode>(() => Buffer.from(jsonMembersCode.join(''), 'base64'));

/**
 * Builds a reader of these fields. WebAssembly checks the whole text and notes where members lie; objects and texts are
 * made of what is wanted alone, since most of a log line is what people and models said. It takes half the time of
 * `JSON.parse`, and leaves nothing to collect.
 */
export function createFieldReader(tree: FieldTree): FieldReader {
  const names = createNameTable();
  const root = toTable(tree, names);
  let bytes: Buffer = Buffer.alloc(0);
  let code: JsonMembersCode | null = null;
  /** The memory of `bytes`, in which the notes that are being read begin at `base`; new ones may be made from `free` on. */
  let memory: Int32Array = new Int32Array(0);
  let base = 0;
  let free = 0;
  /** Address of the room for names and notes: the names come first. */
  let room = 0;
  /** Something was found that `JSON.parse` is to decide. */
  let isUndecided = false;

  const select = (source: Buffer): void => {
    if (code === null || source.buffer !== bytes.buffer) {
      code = load(source.buffer);
      memory = code === null ? new Int32Array(0) : new Int32Array(source.buffer);
    }
    bytes = source;
    room = memory.byteLength - noteBytes;
    // Another reader's names may be there.
    if (code !== null) base = names.place(source.buffer, room) / 4;
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
      if (to - from > longestText) return '';
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
    const end = code?.elements(from, to, room, free * 4, memory.byteLength) ?? -1;
    if (end === -1) {
      isUndecided = true;
      return null;
    }
    const list: unknown[] = [];
    const outer = { base, free };
    base = free;
    free += end * note.size;
    for (let index = 0; index < end;) {
      const at = base + index * note.size;
      const next = memory[at + note.next]!;
      list.push(bytes[memory[at + note.from]!] === ascii.brace ? toRecord(index + 1, next, table) : null);
      index = next;
    }
    ({ base, free } = outer);
    return list;
  };

  const parse = (from: number, to: number): unknown => JSON.parse(bytes.toString('utf8', from, to));

  return (source, from, to) => {
    select(source);
    // Chunk memory begins with the chunk.
    if (code === null || source.byteOffset !== 0) return null;
    const count = code.members(from, to, room, base * 4, memory.byteLength);
    if (count === -1) return null;
    free = base + count * note.size;
    isUndecided = false;
    const record = toRecord(0, count, root);
    return isUndecided ? null : record;
  };
}

/** Null when it is no plain whole number. */
function toWholeNumber(bytes: Uint8Array, from: number, to: number): number | null {
  if (to - from > mostDigits) return null;
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
