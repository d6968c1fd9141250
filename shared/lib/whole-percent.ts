/**
 * A share in whole percent, so that what is used and what is left always add up to 100. Nothing but 100 (or more) becomes
 * 100, and nothing but 0 becomes 0: nearly used up is not used up. Halves go to the even neighbour.
 */
export function toWholePercent(percent: number): number {
  if (percent > 0 && percent < 1) return 1;
  if (percent > 99 && percent < 100) return 99;
  const below = Math.floor(percent);
  const rest = percent - below;
  if (rest === 0.5) return below % 2 === 0 ? below : below + 1;
  return rest > 0.5 ? below + 1 : below;
}
