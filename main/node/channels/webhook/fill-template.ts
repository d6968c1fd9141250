/**
 * Fills the places of a JSON template: `{{title}}` within a string becomes the escaped text, `{{facts}}` outside of one
 * the JSON itself. Unknown places become empty. Null when the result is not JSON.
 */
export function fillTemplate(template: string, values: Readonly<Record<string, unknown>>): string | null {
  const filled = template.replace(/(")?\{\{\s*(\w+)\s*\}\}(")?/g, (_place, before = '', name: string, after = '') => {
    const value = Object.hasOwn(values, name) ? values[name] : '';
    // `"{{name}}"` is a string, whatever the value is; a place that stands alone takes any value.
    if (before === '' && after === '' && typeof value !== 'string') return JSON.stringify(value) ?? 'null';
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return `${before}${JSON.stringify(text).slice(1, -1)}${after}`;
  });
  return isJson(filled) ? filled : null;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
