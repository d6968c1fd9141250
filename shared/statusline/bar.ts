const [full, empty, mark] = ['▓', '░', '┃'];

/**
 * A bar of `cells` for a share of 0 to 100. `elapsedPercent` marks where the share would be at an even pace. An almost
 * full or almost empty bar does not look full or empty.
 */
export function drawBar(usedPercent: number, cells: number, elapsedPercent: number | null = null): string {
  const filled = toCells(usedPercent, cells);
  const marked = elapsedPercent === null ? -1 : Math.min(cells - 1, Math.floor((elapsedPercent / 100) * cells));
  return Array.from({ length: cells }, (_, cell) => (cell === marked ? mark : cell < filled ? full : empty)).join('');
}

function toCells(percent: number, cells: number): number {
  if (percent <= 0) return 0;
  if (percent >= 100) return cells;
  return Math.min(cells - 1, Math.max(1, Math.round((percent / 100) * cells)));
}
