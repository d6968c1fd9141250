import * as v from 'valibot';

/** What an earlier run stored by key, without the entries that are malformed. */
export function parseRecord<Entry>(
  stored: unknown,
  schema: v.GenericSchema<unknown, Entry>,
): Readonly<Record<string, Entry>> {
  if (typeof stored !== 'object' || stored === null) return {};
  return Object.fromEntries(
    Object.entries(stored).flatMap(([key, value]) => {
      const parsed = v.safeParse(schema, value);
      return parsed.success ? [[key, parsed.output] as const] : [];
    }),
  );
}
