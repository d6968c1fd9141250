import { toSafeJson } from './safe-json.ts';

/**
 * Yields the lines of a JSON object, indented by two, as `JSON.stringify` would write it. The elements of its arrays
 * are turned into text one by one, so that an answer of any length is written in pieces.
 */
export function* formatJson(value: object): Generator<string> {
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  if (entries.length === 0) return yield '{}';
  yield '{';
  for (const [index, [name, member]] of entries.entries()) {
    yield* formatMember(toSafeJson(name), member, index < entries.length - 1 ? ',' : '');
  }
  yield '}';
}

function* formatMember(name: string, member: unknown, end: string): Generator<string> {
  if (!Array.isArray(member) || member.length === 0) return yield `  ${name}: ${indent(member, 2)}${end}`;
  yield `  ${name}: [`;
  for (const [index, element] of member.entries()) {
    yield `    ${indent(element, 4)}${index < member.length - 1 ? ',' : ''}`;
  }
  yield `  ]${end}`;
}

/** Line feeds inside a string are escaped, so those that are left separate lines of the layout. */
function indent(value: unknown, columns: number): string {
  return toSafeJson(value, 2).replaceAll('\n', `\n${' '.repeat(columns)}`);
}
