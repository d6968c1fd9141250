/** A path or command, which runs from left to right, in a sentence: its slashes and dots stay where they are. */
export const isolate = (text: string): string => `\u2066${text}\u2069`;

/**
 * Left-to-right text to isolate: an option, a mention, a path, an address, a name with a star, hours and a day. Not
 * within a command, which people copy as a whole.
 */
const strays =
  /(?<=^|[\s«(])(?<![A-Za-z0-9]\s)(?:--?[a-z][\w-]*|@\w+|~?\/(?:[\w@*/-]|\.(?=\w))+|https?:\/\/(?:[\w@/:-]|\.(?=\w))*|[A-Z_]{4,}\*|\d{1,2}:\d{2}-\d{1,2}:\d{2}|\d{4}-\d{2}-\d{2})/g;

/** Isolates text that begins or ends with a sign that would otherwise change sides, and keeps percent signs after their figures. */
export function isolateStrays(text: string): string {
  return text.replaceAll(strays, isolate).replaceAll(/(?<=\d)%(?!\u200e)/g, '\u200e%\u200e');
}

/** The finish of every Arabic text: stray Latin is isolated, and a preposition is joined to the next word. */
export function finishArabic(text: string): string {
  return isolateStrays(text.replaceAll('بـ أقل', 'بأقل'));
}
