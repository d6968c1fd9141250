/** How an agent is drawn: a letter on one of our own shapes. */
export interface AgentGlyph {
  readonly letter: string;
  /** Index into the shapes of `AgentIcon`. */
  readonly shape: number;
  /** Index of a series color. */
  readonly color: number;
}

const shapes = 5;
const colors = 6;

/**
 * The glyph of an agent, from its id and label alone, so that a new source has one at once; never a vendor's own logo.
 */
export function toAgentGlyph(id: string, label: string): AgentGlyph {
  let hash = 17;
  for (const char of id) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) % 65_521;
  const letter = /\p{L}|\p{N}/u.exec(label)?.[0]?.toLocaleUpperCase('en') ?? '•';
  return { letter, shape: hash % shapes, color: Math.floor(hash / shapes) % colors };
}
