/** What `fuelgauge statusline` does besides drawing a line. */
export const statuslineActions = ['install', 'status', 'uninstall', 'preview'] as const;
export type StatuslineAction = (typeof statuslineActions)[number];

/**
 * The options of the line when the command line is asked to draw one, and not to manage it or to explain itself; null
 * otherwise. `ccusage statusline` draws the line of that name.
 */
export function toDrawingOptions([command, ...rest]: readonly string[]): readonly string[] | null {
  const isCcusage = command === 'ccusage' && rest[0] === 'statusline';
  const options = isCcusage ? rest.slice(1) : rest;
  const others: readonly string[] = isCcusage ? ['--help', '-h'] : [...statuslineActions, '--help', '-h'];
  if ((command !== 'statusline' && !isCcusage) || others.includes(options[0] ?? '')) return null;
  // Drawing takes no arguments, so a word that is not an action is a typing error, which the command line reports.
  if (!isCcusage && options[0] !== undefined && !options[0].startsWith('-')) return null;
  // Later options override it.
  return isCcusage ? ['--preset', 'ccusage', ...options] : options;
}

/** Whether the command line is asked to draw a line. */
export function isDrawing(args: readonly string[]): boolean {
  return toDrawingOptions(args) !== null;
}
