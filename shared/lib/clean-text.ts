/**
 * Makes text from a log safe to show beside our own: removes control characters, which a terminal would obey, and marks
 * that change the direction of writing, which would reorder the words around them, and characters that nobody sees.
 * Line feeds become spaces.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\s*[\t\n\r]\s*/g, ' ')
    .replace(
      /\p{Cc}|[\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/gu,
      '',
    );
}
