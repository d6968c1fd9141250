/**
 * Suffixes of model names, in the order in which they are removed: the context variant in settings, Bedrock's
 * revision, Vertex's version, and the date of a snapshot.
 */
export const modelSuffixes: readonly RegExp[] = [
  /\[1m\]$/,
  /-v\d+(?::\d+)?$/,
  /@(?:\d{8}|default)$/,
  /-(?:\d{8}|\d{4}-\d{2}-\d{2})$/,
];

/** A model's name without any of these suffixes. */
export function stripModelSuffixes(model: string): string {
  return modelSuffixes.reduce((name, suffix) => name.replace(suffix, ''), model);
}
