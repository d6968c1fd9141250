/** A path or command, which runs from left to right, in a sentence: its slashes and dots stay where they are. */
export const isolate = (text: string): string => `\u2066${text}\u2069`;
