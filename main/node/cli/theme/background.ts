import type { Background } from './themes.ts';

/** Asks a terminal for the colour of its background (xterm's OSC 11). A terminal that does not support it stays silent. */
export const backgroundQuery = '\u001b]11;?\u001b\\';

/** Whether something that arrived as a key is an answer of the terminal. */
export function isTerminalAnswer(key: string): boolean {
  return key.startsWith('\u001b]');
}

/** Reads the answer to `backgroundQuery`, e.g. `ESC ]11;rgb:1e1e/1e1e/1e1e ESC \`; null when it is something else. */
export function parseBackgroundAnswer(answer: string): Background | null {
  const match = /^\p{Cc}\]11;rgba?:([\da-f]{1,4})\/([\da-f]{1,4})\/([\da-f]{1,4})/iu.exec(answer);
  if (match === null) return null;
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((part) => parseInt(part, 16) / (16 ** part.length - 1));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.5 ? 'dark' : 'light';
}

/**
 * Reads the variable `COLORFGBG` (rxvt, Konsole, and others), e.g. `15;0`: the last number is the background among the 16
 * colours; null when it says nothing.
 */
export function parseColorVariable(value: string | undefined): Background | null {
  const match = /(?:^|;)(\d{1,2})$/.exec(value ?? '');
  if (match === null) return null;
  const color = Number(match[1]);
  if (color > 15) return null;
  return color === 7 || color > 8 ? 'light' : 'dark';
}
