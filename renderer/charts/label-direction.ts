/**
 * Wraps a chart label in an isolate on right-to-left pages. Charts are laid out left to right there, too; the isolate keeps
 * the label in its own order, such as a number to the right of its unit.
 * https://unicode.org/reports/tr9/#Explicit_Directional_Isolates
 */
export function keepLabelOrder(text: string, pageDirection: string = document.documentElement.dir): string {
  return pageDirection === 'rtl' && text !== '' ? `\u2068${text}\u2069` : text;
}
