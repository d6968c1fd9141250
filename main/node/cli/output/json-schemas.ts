/**
 * Versions of the JSON output. 1: instants in ISO 8601 and dollars, as at first. 2: the answer as the contract has it,
 * on every transport alike, with a name for its schema.
 */
export const jsonSchemas = [1, 2] as const;
export type JsonSchema = (typeof jsonSchemas)[number];
