import type { DocumentFields, FieldTree } from '../../../../shared/sources/streams.ts';
import type { JsonCondenser } from '../condense-json.ts';

/** The part of a value to keep: all of it, some of its members, or some members of each of its items. */
type Selection = true | DocumentFields;

/** A container that is being passed through, some of whose values are wanted. */
interface Frame {
  /** The selection of an object's members; null in a list. */
  readonly members: FieldTree | null;
  /** The selection of the next value; undefined when it is not wanted. */
  next: Selection | undefined;
  isKeyDue: boolean;
}

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const colon = 0x3a;
const placeholder = Buffer.from('0');
/** Sources select no names longer than this. */
const maxNameBytes = 256;

const isOpening = (byte: number): boolean => byte === 0x7b || byte === 0x5b;
const isClosing = (byte: number): boolean => byte === 0x7d || byte === 0x5d;
const isBlank = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/** Accepts a document in pieces and passes on to `target` what a source selects of it. */
export interface FieldSelector {
  /** Processes the next bytes, from `from` up to `to`. */
  feed(bytes: Buffer, from: number, to: number): void;
}

/**
 * Builds a selector. Values that are not selected become `0`, so that what is left is JSON of the same structure. What
 * is broken inside such a value goes unnoticed; a document that ends within one stays incomplete.
 */
export function createFieldSelector(fields: DocumentFields, target: JsonCondenser): FieldSelector {
  const structure = createStructure(fields);
  const value = createWholeValue();
  let isInValue = false;
  let isTaken = true;

  return {
    feed(bytes, from, to) {
      let keptFrom = from;
      for (let index = from; index < to; index++) {
        const byte = bytes[index]!;
        if (isInValue) {
          const place = value.handle(byte);
          isInValue = place === 'inside';
          if (place !== 'behind') {
            if (!isTaken) keptFrom = index + 1;
            continue;
          }
        }
        const step = structure.handle(byte);
        if (step === 'structure') continue;
        isInValue = true;
        isTaken = step === 'take';
        value.begin(byte);
        if (isTaken) continue;
        if (index > keptFrom) target.feed(bytes, keptFrom, index);
        target.feed(placeholder, 0, 1);
        keptFrom = index + 1;
      }
      if (to > keptFrom) target.feed(bytes, keptFrom, to);
    },
  };
}

/** Follows one value of any kind to its end. */
function createWholeValue() {
  let depth = 0;
  let isScalar = false;
  let isInText = false;
  let isEscaped = false;
  return {
    /** Starts with a value's first byte. */
    begin(byte: number): void {
      isInText = byte === quote;
      depth = isOpening(byte) ? 1 : 0;
      isScalar = !isInText && depth === 0;
      isEscaped = false;
    },
    /** The position of the next byte within the value. */
    handle(byte: number): 'inside' | 'last' | 'behind' {
      if (isInText) {
        if (isEscaped) isEscaped = false;
        else if (byte === backslash) isEscaped = true;
        else if (byte === quote) {
          isInText = false;
          if (depth === 0) return 'last';
        }
        return 'inside';
      }
      if (isScalar) return isBlank(byte) || byte === comma || isClosing(byte) ? 'behind' : 'inside';
      if (byte === quote) isInText = true;
      else if (isOpening(byte)) depth++;
      else if (isClosing(byte) && --depth === 0) return 'last';
      return 'inside';
    },
  };
}

/** Follows the containers of which a part is selected. */
function createStructure(fields: DocumentFields) {
  const frames: Frame[] = [{ members: null, next: fields, isKeyDue: false }];
  /** The bytes of the name that is being read; null elsewhere. */
  let name: number[] | null = null;
  let isEscaped = false;

  const handleName = (byte: number, read: number[]): void => {
    if (isEscaped) isEscaped = false;
    else if (byte === backslash) isEscaped = true;
    else if (byte === quote) {
      const frame = frames.at(-1)!;
      frame.next = findMember(frame.members ?? {}, read);
      frame.isKeyDue = false;
      name = null;
      return;
    }
    if (read.length <= maxNameBytes) read.push(byte);
  };

  return {
    /** Whether a byte belongs to the structure, or begins a value that is taken or dropped as a whole. */
    handle(byte: number): 'structure' | 'take' | 'drop' {
      if (name !== null) {
        handleName(byte, name);
        return 'structure';
      }
      const frame = frames.at(-1)!;
      // A byte order mark may precede the document.
      const isMark = frames.length === 1 && byte > 0x7f;
      if (isBlank(byte) || isMark || byte === colon) return 'structure';
      if (byte === comma) frame.isKeyDue = frame.members !== null;
      else if (isClosing(byte)) frames.splice(Math.max(1, frames.length - 1));
      else if (frame.isKeyDue && byte === quote) name = [];
      else {
        const child = toFrame(frame.next, byte);
        if (child === null) return frame.next === undefined ? 'drop' : 'take';
        frames.push(child);
      }
      return 'structure';
    },
  };
}

/** The frame of a container of which a part is selected; null when the value is taken or dropped as a whole. */
function toFrame(selection: Selection | undefined, byte: number): Frame | null {
  if (selection === undefined || selection === true) return null;
  if (isList(selection)) return byte === 0x5b ? { members: null, next: selection[0], isKeyDue: false } : null;
  return byte === 0x7b ? { members: selection, next: undefined, isKeyDue: true } : null;
}

function isList(selection: DocumentFields): selection is readonly [FieldTree] {
  return Array.isArray(selection);
}

function findMember(members: FieldTree, name: readonly number[]): Selection | undefined {
  let text = Buffer.from(name).toString('utf8');
  try {
    if (text.includes('\\')) text = JSON.parse(`"${text}"`) as string;
  } catch {
    return undefined;
  }
  return Object.hasOwn(members, text) ? members[text] : undefined;
}
