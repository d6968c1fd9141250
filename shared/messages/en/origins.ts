const homePrefix = 'home ';

/**
 * Why logs were looked for in a folder, in parentheses after it. What is no code of ours is the name of an environment
 * variable or of a program, and stays as it is.
 */
export function describeOrigin(origin: string): string {
  if (origin === 'default') return 'usual place';
  if (origin === 'settings') return 'from your settings';
  if (origin === 'imported') return 'imported';
  if (origin === 'proxy') return 'reported by a proxy';
  return origin.startsWith(homePrefix) ? `below the home folder ${origin.slice(homePrefix.length)}` : origin;
}
