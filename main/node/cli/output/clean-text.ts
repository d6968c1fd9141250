/**
 * Text out of a log, made fit for a terminal: without control characters (they could move the cursor, colour, or ring)
 * and without marks that turn the direction of writing. Line feeds become blanks.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\s*[\t\n\r]\s*/g, ' ')
    .replace(/\p{Cc}|[\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '');
}

/** JSON in which no control character stands as itself: a terminal shows it without obeying it. */
export function toSafeJson(value: unknown, indent?: number): string {
  const json = JSON.stringify(value, null, indent);
  return json.replace(/[\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, toEscape);
}

function toEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
