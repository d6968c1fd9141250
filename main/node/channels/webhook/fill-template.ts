/**
 * Fills the places of a JSON template: within a string, a place becomes escaped text, whatever its value is; outside of
 * one, the JSON of its value, so that no value can add to the template. Unknown places become empty. Null when the result
 * is not JSON.
 */
export function fillTemplate(template: string, values: Readonly<Record<string, unknown>>): string | null {
  const valueOf = (name: string): unknown => (Object.hasOwn(values, name) ? values[name] : '');
  // The strings of the template, with their places, and the places between them.
  const filled = template.replace(/"(?:[^"\\]|\\.)*"|\{\{\s*(\w+)\s*\}\}/g, (part, alone: string | undefined) => {
    if (alone !== undefined) return JSON.stringify(valueOf(alone)) ?? 'null';
    return part.replace(/\{\{\s*(\w+)\s*\}\}/g, (_place, name: string) => {
      const value = valueOf(name);
      return JSON.stringify(typeof value === 'string' ? value : JSON.stringify(value)).slice(1, -1);
    });
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
