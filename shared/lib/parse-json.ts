import * as v from 'valibot';

/** The value of a JSON text; `undefined`, which JSON cannot say, where it is not JSON. Never throws. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Nesting that is too deep also ends here (RangeError).
    return undefined;
  }
}

/** The value of a JSON text that matches a schema; null for any other text, and without one. Never throws. */
export function parseJsonAs<Value>(schema: v.GenericSchema<unknown, Value>, text: string | null): Value | null {
  if (text === null) return null;
  const parsed = v.safeParse(schema, parseJson(text));
  return parsed.success ? parsed.output : null;
}
