/** A range of two figures as they are written; just the one where both are the same. */
export function joinRange(low: string, high: string, between: string): string {
  return low === high ? low : `${low}${between}${high}`;
}
