/**
 * A figure with its sign. In Arabic a percentage carries marks that keep it in the order of Latin text; the sign needs
 * one, too, or it goes to the other side of the figure.
 */
export function addSign(sign: '+' | '−' | '±', figure: string): string {
  return figure.includes('\u200e') ? `\u200e${sign}${figure}` : sign + figure;
}
