/** Control characters and halves of surrogate pairs: they break displays and do not survive a database. */
const unfit = /[\p{Cc}\p{Cs}]/gu;
const longestText = 4_096;

/**
 * A string that names something (an id, a model, a folder), without characters that do not belong in a name; null when
 * it is not a string, is empty or is longer than any such name.
 */
export function toName(value: unknown, maxLength: number = longestText): string | null {
  if (typeof value !== 'string' || value.length > maxLength) return null;
  const name = value.replace(unfit, '').trim();
  return name === '' ? null : name;
}

/** No id, model or provider is longer; a longer one is corrupt. */
const maxIdLength = 256;

/** The id of something, a model or a provider: as `toName`, but shorter. */
export function toId(value: unknown): string | null {
  return toName(value, maxIdLength);
}
