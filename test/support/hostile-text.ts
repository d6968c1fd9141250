import fc from 'fast-check';

/** Values that a broken or hostile log may contain anywhere, as JSON text. */
const hostileValues = [
  'null', 'true', '-1', '-0', '0.5', '1e300', '1e999', '9007199254740993', '"12"', '""', '"\\ud800"', '"\\u0000"',
  '[]', '[[[]]]', '{}', '[null]', '{"toString":1,"valueOf":2}', '{"__proto__":{"usage":1}}', '{"constructor":null}',
  '{"input_tokens":-5,"output_tokens":1e400}', `"${'x'.repeat(5000)}"`, '['.repeat(2000) + ']'.repeat(2000),
]; // prettier-ignore

/** A change to a log's text. Positions are taken modulo their number. */
export interface TextMutation {
  readonly kind: 'value' | 'cut' | 'insert' | 'digit';
  readonly at: number;
  readonly value: string;
}

/** All kinds of changes. */
export const hostileMutations: fc.Arbitrary<TextMutation> = fc.oneof(
  fc.record({ kind: fc.constant('value' as const), at: fc.nat(), value: fc.constantFrom(...hostileValues) }),
  fc.record({ kind: fc.constant('cut' as const), at: fc.nat(), value: fc.constant('') }),
  fc.record({ kind: fc.constant('insert' as const), at: fc.nat(), value: fc.string({ unit: 'binary', maxLength: 8 }) }),
  fc.record({ kind: fc.constant('digit' as const), at: fc.nat(), value: fc.constantFrom('-', '.', '9', 'e', '"') }),
);

/** Applies a change: replaces a value, truncates the text, inserts something, or changes a digit. */
export function mutateText(text: string, { kind, at, value }: TextMutation): string {
  const places =
    kind === 'value' ? [...text.matchAll(/(?<=": ?)(?:-?[\d.]+|"[^"\\]*"|null|true|false|\{\}|\[\])/g)] : [];
  const place = places[at % Math.max(places.length, 1)];
  if (place !== undefined) return text.slice(0, place.index) + value + text.slice(place.index + place[0].length);
  const position = at % (text.length + 1);
  if (kind === 'cut') return text.slice(0, position);
  if (kind === 'insert') return text.slice(0, position) + value + text.slice(position);
  const digits = [...text.matchAll(/\d/g)];
  const digit = digits[at % Math.max(digits.length, 1)];
  return digit === undefined ? text : text.slice(0, digit.index) + value + text.slice(digit.index + 1);
}
