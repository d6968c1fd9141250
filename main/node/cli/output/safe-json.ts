const none: ReadonlySet<string> = new Set();

/** JSON with all control characters escaped, so that a terminal shows them and does not obey them. Leaves out the omitted names. */
export function toSafeJson(value: unknown, indent?: number, omitted: ReadonlySet<string> = none): string {
  const keep = (name: string, member: unknown): unknown => (omitted.has(name) ? undefined : member);
  const json = JSON.stringify(value, omitted.size === 0 ? undefined : keep, indent);
  return json.replace(/[\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, toEscape);
}

function toEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
