/**
 * A label of a chart, whose time always runs from left to right: where the page runs the other way, an isolate keeps the
 * label in its own order, e.g. a figure to the right of its unit. https://unicode.org/reports/tr9/#Explicit_Directional_Isolates
 */
export function keepLabelOrder(text: string, pageDirection: string = document.documentElement.dir): string {
  return pageDirection === 'rtl' && text !== '' ? `\u2068${text}\u2069` : text;
}
