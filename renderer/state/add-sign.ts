/**
 * A figure with its sign. Arabic percentages carry left-to-right marks; without one, the sign would end up on the other
 * side of the figure.
 */
export function addSign(sign: '+' | '−' | '±', figure: string): string {
  return figure.includes('\u200e') ? `\u200e${sign}${figure}` : sign + figure;
}
