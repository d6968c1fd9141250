import { toSafeJson } from './safe-json.ts';

/**
 * Yields the lines of a JSON object, indented by two, as `JSON.stringify` would write it, without the members of the
 * given names. The elements of its arrays are turned into text one by one, so that an answer of any length is written
 * in pieces.
 */
export function* formatJson(value: object, omitted: readonly string[] = []): Generator<string> {
  const names = new Set(omitted);
  const entries = Object.entries(value).filter(([name, member]) => member !== undefined && !names.has(name));
  if (entries.length === 0) return yield '{}';
  yield '{';
  for (const [index, [name, member]] of entries.entries()) {
    yield* formatMember(toSafeJson(name), member, names, index < entries.length - 1 ? ',' : '');
  }
  yield '}';
}

function* formatMember(name: string, member: unknown, omitted: Names, end: string): Generator<string> {
  if (!Array.isArray(member) || member.length === 0) return yield `  ${name}: ${indent(member, omitted, 2)}${end}`;
  yield `  ${name}: [`;
  for (const [index, element] of member.entries()) {
    yield `    ${indent(element, omitted, 4)}${index < member.length - 1 ? ',' : ''}`;
  }
  yield `  ]${end}`;
}

type Names = ReadonlySet<string>;

/** Line feeds inside a string are escaped, so those that are left separate lines of the layout. */
function indent(value: unknown, omitted: Names, columns: number): string {
  return toSafeJson(value, 2, omitted).replaceAll('\n', `\n${' '.repeat(columns)}`);
}
