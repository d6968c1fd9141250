/** Sequences that change colours, the cursor or the screen, with the introducer of one byte or of two (ECMA-48). */
const sequences = [
  String.raw`(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]?`,
  // Titles, links, images: a text of the sequence's own up to its end. One that never ends loses its introducer below.
  String.raw`(?:\u001b[\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])\P{Cc}*(?:\u0007|\u001b\\|\u009c)`,
  String.raw`\u001b[ -/]*[0-~]`,
].join('|');
const invisible = String.raw`\p{Cc}|[\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]`;
const unsafe = new RegExp(`${sequences}|${invisible}`, 'gu');

/**
 * Makes text from a log safe to show beside our own: removes what would control a terminal (whole escape sequences and
 * every other control character), marks that change the direction of writing, which would reorder the words around
 * them, and invisible characters. Line feeds become spaces.
 */
export function cleanText(text: string): string {
  return text.replace(/\s*[\t\n\r]\s*/g, ' ').replace(unsafe, '');
}
