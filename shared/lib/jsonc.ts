/** The position of an object's member in its text, as offsets. */
export interface MemberSpan {
  readonly key: string;
  readonly keyStart: number;
  readonly valueStart: number;
  /** After the last character of the value. */
  readonly valueEnd: number;
}

/** A parsed object text: everything that an edit needs to leave the rest unchanged. */
interface ObjectText {
  readonly members: readonly MemberSpan[];
  /** After the opening brace. */
  readonly start: number;
  /** The closing brace. */
  readonly end: number;
  readonly hasTrailingComma: boolean;
}

/**
 * Parses JSON with comments and trailing commas, as editors allow in settings. Undefined when it is invalid, or nested
 * too deep. Never throws.
 */
export function parseJsonc(text: string): unknown {
  try {
    return JSON.parse(toPlainJson(text)) as unknown;
  } catch {
    return undefined;
  }
}

/** The text of a member of the outermost object; null when there is no such member or the text is no object. */
export function findMemberText(text: string, key: string): string | null {
  const member = findMember(readObject(text), key);
  return member === null ? null : text.slice(member.valueStart, member.valueEnd);
}

/**
 * Sets a member of the outermost object to a value, given as JSON text, and changes nothing else: comments, line ends,
 * indentation and order stay. Null when the text is no object, or when the result would not mean what it should.
 */
export function setMember(text: string, key: string, valueText: string): string | null {
  const object = readObject(text);
  if (object === null) return null;
  const member = findMember(object, key);
  const edited =
    member === null
      ? insertMember(text, object, `${JSON.stringify(key)}: ${valueText}`)
      : text.slice(0, member.valueStart) + valueText + text.slice(member.valueEnd);
  return means(edited, { ...toRecord(text), [key]: parseJsonc(valueText) }) ? edited : null;
}

/** Removes a member of the outermost object, with its comma, and changes nothing else. Null as for `setMember`. */
export function removeMember(text: string, key: string): string | null {
  const object = readObject(text);
  const member = findMember(object, key);
  if (object === null || member === null) return null;
  const index = object.members.indexOf(member);
  const [before, after] = [object.members[index - 1], object.members[index + 1]];
  const from = before?.valueEnd ?? object.start;
  // From the end of the member before, including the comma; for the first member, the comma after it.
  const edited =
    before !== undefined
      ? text.slice(0, from) + withoutComma(text.slice(from, member.keyStart)) + text.slice(member.valueEnd)
      : text.slice(0, member.keyStart) +
        (after === undefined ? withoutComma(text.slice(member.valueEnd)) : text.slice(after.keyStart));
  const { [key]: _removed, ...rest } = toRecord(text);
  return means(edited, rest) ? edited : null;
}

/** The text between two members, without their comma and the white space around the removed one. */
function withoutComma(between: string): string {
  return between
    .replace(/^(\s*),/, '$1')
    .replace(/\s+$/, (space) => (/[^\s]/.test(between.replace(',', '')) ? space : ''));
}

function insertMember(text: string, object: ObjectText, member: string): string {
  const [first, last] = [object.members[0], object.members.at(-1)];
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  if (first === undefined || last === undefined) {
    const inside = text.slice(object.start, object.end);
    const kept = inside.trim() === '' ? '' : inside.trimEnd();
    return `${text.slice(0, object.start)}${kept}${eol}  ${member}${eol}${text.slice(object.end)}`;
  }
  const lead = text.slice(object.start, first.keyStart);
  const indent = /\n([ \t]*)$/.exec(lead)?.[1];
  const tail = text.slice(last.valueEnd, object.end);
  // A comment after the last member stays with it.
  const body = object.hasTrailingComma ? tail.trimEnd() : `,${tail.trimEnd()}`;
  const comma = object.hasTrailingComma ? ',' : '';
  if (indent === undefined) return `${text.slice(0, last.valueEnd)}${body} ${member}${comma}${text.slice(object.end)}`;
  const space = tail.slice(tail.trimEnd().length);
  return `${text.slice(0, last.valueEnd)}${body}${eol}${indent}${member}${comma}${space}${text.slice(object.end)}`;
}

function means(text: string, wanted: unknown): boolean {
  const value = parseJsonc(text);
  try {
    return value !== undefined && JSON.stringify(sortKeys(value)) === JSON.stringify(sortKeys(wanted));
  } catch {
    // Nested too deep to be written, though it could be parsed.
    return false;
  }
}

function sortKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

function toRecord(text: string): Record<string, unknown> {
  const value = parseJsonc(text);
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** If a member occurs twice, the last one counts, as in JSON.parse. */
function findMember(object: ObjectText | null, key: string): MemberSpan | null {
  return object?.members.findLast((member) => member.key === key) ?? null;
}

const token = /\/\/[^\n\r]*|\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\])*"|[{}[\],:]|[^\s{}[\],:"/]+|\S/g;

/** Parses the outermost object. Null when the text is not a valid object. */
function readObject(text: string): ObjectText | null {
  const whole = parseJsonc(text);
  if (typeof whole !== 'object' || whole === null || Array.isArray(whole)) return null;
  const members: MemberSpan[] = [];
  let [depth, start, end] = [0, 0, 0];
  let open: { readonly key: string; readonly keyStart: number; valueStart: number | null; valueEnd: number } | null =
    null;
  let hasTrailingComma = false;
  const close = (): void => {
    if (open !== null && open.valueStart !== null) members.push({ ...open, valueStart: open.valueStart });
    open = null;
  };
  for (const { 0: piece, index } of text.matchAll(token)) {
    if (piece.startsWith('//') || piece.startsWith('/*')) continue;
    const isOpening = piece === '{' || piece === '[';
    const isClosing = piece === '}' || piece === ']';
    if (isClosing) depth -= 1;
    if (depth === 0) {
      if (isOpening) start = index + 1;
      else end = index;
    } else if (depth === 1 && piece === ',') {
      close();
      hasTrailingComma = true;
    } else if (depth === 1 && open === null) {
      open = { key: JSON.parse(piece) as string, keyStart: index, valueStart: null, valueEnd: 0 };
      hasTrailingComma = false;
    } else if (open !== null && !(depth === 1 && piece === ':')) {
      open.valueStart ??= index;
      open.valueEnd = index + piece.length;
    }
    if (isOpening) depth += 1;
  }
  close();
  return { members, start, end, hasTrailingComma };
}

/** Blanks comments and trailing commas, so that offsets stay. */
function toPlainJson(text: string): string {
  const pieces = [...text.replace(/^\ufeff/, ' ').matchAll(token)].filter(({ 0: piece }) => !/^\/[/*]/.test(piece));
  let plain = '';
  for (const [place, { 0: piece, index }] of pieces.entries()) {
    const next = pieces[place + 1]?.[0];
    const isTrailing =
      piece === ',' && (next === '}' || next === ']') && !/^[{[,]?$/.test(pieces[place - 1]?.[0] ?? '');
    plain += ' '.repeat(Math.max(0, index - plain.length)) + (isTrailing ? ' ' : piece);
  }
  return plain;
}
