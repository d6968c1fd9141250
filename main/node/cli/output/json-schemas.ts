/**
 * Versions of the JSON output. 1: the original one, with instants in ISO 8601 and dollars. 2: the answer as the
 * contract defines it, the same on every transport, with the name of its schema.
 */
export const jsonSchemas = [1, 2] as const;
export type JsonSchema = (typeof jsonSchemas)[number];
