/** Names that begin alike mostly differ at their end: `checkout-frontend-1` and `-2`, a model and its date. */
const lastPart = /[-_./ (][^]{5,13}$/;
/** Without a separator, only characters that stand alone: Arabic letters are joined, and an emoji is several code units. */
const plainEnd = /[!-~]{10}$/;

/** How many code units at the end of a name are never cut; 0 for a name so short that its beginning tells enough. */
export function toKeptEnd(name: string): number {
  if (name.length <= 20) return 0;
  return (lastPart.exec(name) ?? plainEnd.exec(name))?.[0].length ?? 0;
}
