/** What `fuelgauge statusline` does besides drawing a line. */
export const statuslineActions = ['install', 'status', 'uninstall', 'preview'] as const;
export type StatuslineAction = (typeof statuslineActions)[number];

/** Whether the command line is asked to draw a line, and not to manage it or to explain itself. */
export function isDrawing([command, action = '']: readonly string[]): boolean {
  const others: readonly string[] = [...statuslineActions, '--help', '-h'];
  return command === 'statusline' && !others.includes(action);
}
