/** Maximum number of command line characters to keep: the program comes first, the prompt after it. */
export const commandLineLimit = 4_096;

/**
 * Joins arguments so that `splitCommandLine` can separate them again: those with blanks are put in double quotes.
 * Double quotes inside become single ones, which does not affect matching.
 */
export function joinCommandLine(args: readonly string[]): string {
  return args
    .map((arg) => arg.replaceAll('"', "'"))
    .map((arg) => (arg === '' || /\s/.test(arg) ? `"${arg}"` : arg))
    .join(' ')
    .slice(0, commandLineLimit);
}

/** Splits a command line at blanks outside double quotes, as Windows writes them. Reads `commandLineLimit` characters. */
export function splitCommandLine(commandLine: string): readonly string[] {
  const tokens = commandLine.slice(0, commandLineLimit).match(/(?:"[^"]*(?:"|$)|[^\s"])+/g) ?? [];
  return tokens.map((token) => token.replaceAll('"', ''));
}

/** The last part of a path in either notation. */
export function toBaseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** A name or path of an executable without `.exe`. */
export function stripExe(path: string): string {
  return path.replace(/\.exe$/i, '');
}
