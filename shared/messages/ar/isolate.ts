/** A path or command, which runs from left to right, in a sentence: its slashes and dots stay where they are. */
export const isolate = (text: string): string => `\u2066${text}\u2069`;

/**
 * Of what runs from left to right: an option, a mention, a path, an address, a name with a star, hours and a day. Not
 * within a command, which is copied with what is in it.
 */
const strays =
  /(?<=^|[\s«(])(?<![A-Za-z0-9]\s)(?:--?[a-z][\w-]*|@\w+|~?\/(?:[\w@*/-]|\.(?=\w))+|https?:\/\/(?:[\w@/:-]|\.(?=\w))*|[A-Z_]{4,}\*|\d{1,2}:\d{2}-\d{1,2}:\d{2}|\d{4}-\d{2}-\d{2})/g;

/** Isolates what begins or ends with a sign that would else change sides, and keeps a percent sign behind its figure. */
export function isolateStrays(text: string): string {
  return text.replaceAll(strays, isolate).replaceAll(/(?<=\d)%(?!\u200e)/g, '\u200e%\u200e');
}

/** What every Arabic text gets at its end: see above; a preposition is written together with the word behind it. */
export function finishArabic(text: string): string {
  return isolateStrays(text.replaceAll('بـ أقل', 'بأقل'));
}
